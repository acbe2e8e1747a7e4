import ipaddr from "ipaddr.js";

/** Whether anybody on the internet may be asked at an address, or it belongs to this machine or network. */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) only exists on local links.
  if (address.includes("%") || !ipaddr.isValid(address)) return false;
  let parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6) {
    if (parsed.isIPv4MappedAddress()) parsed = parsed.toIPv4Address();
    else return isPublicV6(parsed);
  }
  return parsed.range() === "unicast";
}

/**
 * Public IPv6: global unicast, and not one of the ranges that carry an IPv4 address inside, which
 * may be private (6to4 2002::/16, Teredo 2001::/32, NAT64 64:ff9b::/96, IPv4-compatible ::/96).
 */
function isPublicV6(address: ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  const parts = address.parts;
  const compatible = parts.slice(0, 6).every((part) => part === 0);
  // Only 2000::/3 is assigned to the public internet (IANA).
  return !compatible && (parts[0]! & 0xe000) === 0x2000;
}
