;; The inner loops of the syntax network, on 4-lane vectors of 32-bit floats.
;; All pointers and strides are bytes. `npm run build:kernel` assembles this file into
;; src/core/syntax/kernel-code.ts.
(module
  (import "host" "memory" (memory 1))

  ;; c[4 rows × 8 columns] += a[4 rows × k] · b[k × 8 columns]
  (func $four_rows (param $a i32) (param $b i32) (param $c i32) (param $aRow i32) (param $bRow i32)
    (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local $end i32) (local $left v128) (local $right v128) (local $x v128)
    (local $l0 v128) (local $l1 v128) (local $l2 v128) (local $l3 v128)
    (local $r0 v128) (local $r1 v128) (local $r2 v128) (local $r3 v128)
    (local.set $end (i32.add (local.get $a) (local.get $aRow)))
    (local.set $a1 (i32.add (local.get $a) (local.get $aRow)))
    (local.set $a2 (i32.add (local.get $a1) (local.get $aRow)))
    (local.set $a3 (i32.add (local.get $a2) (local.get $aRow)))
    (local.set $c1 (i32.add (local.get $c) (local.get $bRow)))
    (local.set $c2 (i32.add (local.get $c1) (local.get $bRow)))
    (local.set $c3 (i32.add (local.get $c2) (local.get $bRow)))
    (local.set $l0 (v128.load (local.get $c)))
    (local.set $r0 (v128.load offset=16 (local.get $c)))
    (local.set $l1 (v128.load (local.get $c1)))
    (local.set $r1 (v128.load offset=16 (local.get $c1)))
    (local.set $l2 (v128.load (local.get $c2)))
    (local.set $r2 (v128.load offset=16 (local.get $c2)))
    (local.set $l3 (v128.load (local.get $c3)))
    (local.set $r3 (v128.load offset=16 (local.get $c3)))
    (loop $next
      (local.set $left (v128.load (local.get $b)))
      (local.set $right (v128.load offset=16 (local.get $b)))
      (local.set $x (v128.load32_splat (local.get $a)))
      (local.set $l0 (f32x4.add (local.get $l0) (f32x4.mul (local.get $x) (local.get $left))))
      (local.set $r0 (f32x4.add (local.get $r0) (f32x4.mul (local.get $x) (local.get $right))))
      (local.set $x (v128.load32_splat (local.get $a1)))
      (local.set $l1 (f32x4.add (local.get $l1) (f32x4.mul (local.get $x) (local.get $left))))
      (local.set $r1 (f32x4.add (local.get $r1) (f32x4.mul (local.get $x) (local.get $right))))
      (local.set $x (v128.load32_splat (local.get $a2)))
      (local.set $l2 (f32x4.add (local.get $l2) (f32x4.mul (local.get $x) (local.get $left))))
      (local.set $r2 (f32x4.add (local.get $r2) (f32x4.mul (local.get $x) (local.get $right))))
      (local.set $x (v128.load32_splat (local.get $a3)))
      (local.set $l3 (f32x4.add (local.get $l3) (f32x4.mul (local.get $x) (local.get $left))))
      (local.set $r3 (f32x4.add (local.get $r3) (f32x4.mul (local.get $x) (local.get $right))))
      (local.set $b (i32.add (local.get $b) (local.get $bRow)))
      (local.set $a1 (i32.add (local.get $a1) (i32.const 4)))
      (local.set $a2 (i32.add (local.get $a2) (i32.const 4)))
      (local.set $a3 (i32.add (local.get $a3) (i32.const 4)))
      (local.set $a (i32.add (local.get $a) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $a) (local.get $end))))
    (v128.store (local.get $c) (local.get $l0))
    (v128.store offset=16 (local.get $c) (local.get $r0))
    (v128.store (local.get $c1) (local.get $l1))
    (v128.store offset=16 (local.get $c1) (local.get $r1))
    (v128.store (local.get $c2) (local.get $l2))
    (v128.store offset=16 (local.get $c2) (local.get $r2))
    (v128.store (local.get $c3) (local.get $l3))
    (v128.store offset=16 (local.get $c3) (local.get $r3)))

  ;; c[1 row × 8 columns] += a[1 row × k] · b[k × 8 columns]
  (func $one_row (param $a i32) (param $b i32) (param $c i32) (param $aRow i32) (param $bRow i32)
    (local $end i32) (local $x v128) (local $left v128) (local $right v128)
    (local.set $end (i32.add (local.get $a) (local.get $aRow)))
    (local.set $left (v128.load (local.get $c)))
    (local.set $right (v128.load offset=16 (local.get $c)))
    (loop $next
      (local.set $x (v128.load32_splat (local.get $a)))
      (local.set $left
        (f32x4.add (local.get $left) (f32x4.mul (local.get $x) (v128.load (local.get $b)))))
      (local.set $right
        (f32x4.add (local.get $right) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $b)))))
      (local.set $b (i32.add (local.get $b) (local.get $bRow)))
      (local.set $a (i32.add (local.get $a) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $a) (local.get $end))))
    (v128.store (local.get $c) (local.get $left))
    (v128.store offset=16 (local.get $c) (local.get $right)))

  ;; c[n × m] += a[n × k] · b[k × m]; rows of a are aRow bytes long, rows of b and c bRow bytes,
  ;; a multiple of 32
  (func (export "multiply")
    (param $a i32) (param $b i32) (param $c i32) (param $n i32) (param $aRow i32) (param $bRow i32)
    (local $at i32)
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $at (i32.const 0))
        (loop $columns
          (if (i32.ge_u (local.get $n) (i32.const 4))
            (then
              (call $four_rows (local.get $a)
                (i32.add (local.get $b) (local.get $at)) (i32.add (local.get $c) (local.get $at))
                (local.get $aRow) (local.get $bRow)))
            (else
              (call $one_row (local.get $a)
                (i32.add (local.get $b) (local.get $at)) (i32.add (local.get $c) (local.get $at))
                (local.get $aRow) (local.get $bRow))))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $bRow))))
        (local.set $at (select (i32.const 4) (i32.const 1) (i32.ge_u (local.get $n) (i32.const 4))))
        (local.set $n (i32.sub (local.get $n) (local.get $at)))
        (local.set $a (i32.add (local.get $a) (i32.mul (local.get $at) (local.get $aRow))))
        (local.set $c (i32.add (local.get $c) (i32.mul (local.get $at) (local.get $bRow))))
        (br $rows))))

  ;; ½ + ½ x ∕ (1 + |x|): a gate that needs no exponential
  (func $gate (param $x v128) (result v128)
    (f32x4.add
      (f32x4.splat (f32.const 0.5))
      (f32x4.div
        (f32x4.mul (f32x4.splat (f32.const 0.5)) (local.get $x))
        (f32x4.add (f32x4.splat (f32.const 1)) (f32x4.abs (local.get $x))))))

  ;; One direction of a gated recurrence over n rows of `units` bytes. Rows of u hold three parts of
  ;; `units` bytes: candidate, forget gate, output gate; the gates' values replace their inputs. `bias`
  ;; and `peep` hold two parts: forget, output. x, cells and out have rows of `row` bytes, of which
  ;; `units` are used. `step` is +1 or −1 rows. `before` is a row of zeros, the state before the first.
  (func (export "recur")
    (param $u i32) (param $x i32) (param $cells i32) (param $out i32) (param $bias i32)
    (param $peep i32) (param $before i32) (param $n i32) (param $units i32) (param $row i32)
    (param $step i32)
    (local $at i32) (local $forgetAt i32) (local $outputAt i32) (local $move i32)
    (local $last v128) (local $forget v128) (local $output v128) (local $cell v128)
    (local.set $move (i32.mul (local.get $row) (local.get $step)))
    (block $done
      (loop $rows
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $at (i32.const 0))
        (loop $lanes
          (local.set $last (v128.load (i32.add (local.get $before) (local.get $at))))
          (local.set $forgetAt
            (i32.add (i32.add (local.get $u) (local.get $units)) (local.get $at)))
          (local.set $outputAt (i32.add (local.get $forgetAt) (local.get $units)))
          (local.set $forget
            (call $gate
              (f32x4.add
                (f32x4.add
                  (v128.load (local.get $forgetAt))
                  (v128.load (i32.add (local.get $bias) (local.get $at))))
                (f32x4.mul
                  (v128.load (i32.add (local.get $peep) (local.get $at)))
                  (local.get $last)))))
          (local.set $output
            (call $gate
              (f32x4.add
                (f32x4.add
                  (v128.load (local.get $outputAt))
                  (v128.load
                    (i32.add (i32.add (local.get $bias) (local.get $units)) (local.get $at))))
                (f32x4.mul
                  (v128.load
                    (i32.add (i32.add (local.get $peep) (local.get $units)) (local.get $at)))
                  (local.get $last)))))
          (local.set $cell (v128.load (i32.add (local.get $u) (local.get $at))))
          (local.set $cell
            (f32x4.add
              (local.get $cell)
              (f32x4.mul (local.get $forget) (f32x4.sub (local.get $last) (local.get $cell)))))
          (v128.store (local.get $forgetAt) (local.get $forget))
          (v128.store (local.get $outputAt) (local.get $output))
          (v128.store (i32.add (local.get $cells) (local.get $at)) (local.get $cell))
          (local.set $last (v128.load (i32.add (local.get $x) (local.get $at))))
          (v128.store
            (i32.add (local.get $out) (local.get $at))
            (f32x4.add
              (local.get $last)
              (f32x4.mul (local.get $output) (f32x4.sub (local.get $cell) (local.get $last)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $lanes (i32.lt_u (local.get $at) (local.get $units))))
        (local.set $before (local.get $cells))
        (local.set $u
          (i32.add
            (local.get $u)
            (i32.mul (i32.mul (local.get $units) (i32.const 3)) (local.get $step))))
        (local.set $x (i32.add (local.get $x) (local.get $move)))
        (local.set $cells (i32.add (local.get $cells) (local.get $move)))
        (local.set $out (i32.add (local.get $out) (local.get $move)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $rows))))

  ;; out = x + mix ⊙ (the row before it), or the row after it when `step` is −1; n rows of `row` bytes
  (func (export "blend")
    (param $x i32) (param $mix i32) (param $out i32) (param $n i32) (param $row i32)
    (param $step i32)
    (local $at i32) (local $other i32) (local $index i32) (local $here v128)
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $index) (local.get $n)))
        (local.set $other (i32.sub (local.get $index) (local.get $step)))
        (local.set $at (i32.const 0))
        (loop $lanes
          (local.set $here (v128.load (i32.add (local.get $x) (local.get $at))))
          (if (i32.lt_u (local.get $other) (local.get $n))
            (then
              (local.set $here
                (f32x4.add
                  (local.get $here)
                  (f32x4.mul
                    (v128.load (i32.add (local.get $mix) (local.get $at)))
                    (v128.load
                      (i32.sub
                        (i32.add (local.get $x) (local.get $at))
                        (i32.mul (local.get $step) (local.get $row)))))))))
          (v128.store (i32.add (local.get $out) (local.get $at)) (local.get $here))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $lanes (i32.lt_u (local.get $at) (local.get $row))))
        (local.set $x (i32.add (local.get $x) (local.get $row)))
        (local.set $out (i32.add (local.get $out) (local.get $row)))
        (local.set $index (i32.add (local.get $index) (i32.const 1)))
        (br $rows)))))
