import { describe, expect, test } from "vitest";
import { isPublicAddress } from "../../src/ingest/fetch/address.ts";
import { robotRules } from "../../src/ingest/fetch/robots.ts";

describe("public addresses", () => {
  test.each([
    ["8.8.8.8", true],
    ["93.184.216.34", true],
    ["2606:2800:220:1:248:1893:25c8:1946", true],
    ["127.0.0.1", false],
    ["127.9.9.9", false],
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["172.32.0.1", true],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["100.127.255.254", false],
    ["192.0.0.8", false],
    ["192.0.2.1", false],
    ["198.18.0.1", false],
    ["198.51.100.7", false],
    ["203.0.113.9", false],
    ["224.0.0.1", false],
    ["240.0.0.1", false],
    ["255.255.255.255", false],
    ["::1", false],
    ["::", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:8.8.8.8", true],
    ["::127.0.0.1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["2001:0:4136:e378::1", false],
    ["fe80::1", false],
    ["fe80::1%eth0", false],
    ["fc00::1", false],
    ["fd12:3456:789a::1", false],
    ["fec0::1", false],
    ["ff02::1", false],
    ["2001:db8::1", false],
    ["fd00:ec2::254", false],
    ["not an address", false],
    ["", false],
  ])("%s: %s", (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe("robots.txt", () => {
  const url = "https://courier.example/robots.txt";
  test.each([
    ["no file", 404, "", "/any", true],
    ["a failing server", 503, "", "/any", false],
    ["all closed", 200, "User-agent: *\nDisallow: /", "/any", false],
    [
      "all closed but to us",
      200,
      "User-agent: *\nDisallow: /\n\nUser-agent: Readout\nAllow: /",
      "/any",
      true,
    ],
    ["a closed folder", 200, "User-agent: *\nDisallow: /private/", "/private/x", false],
    ["beside the closed folder", 200, "User-agent: *\nDisallow: /private/", "/public/x", true],
    ["nonsense", 200, "<html>not robots</html>", "/any", true],
  ])("%s", (_name, status, text, path, expected) => {
    expect(robotRules(url, status, text).allows(`https://courier.example${path}`)).toBe(expected);
  });

  test("a pause is kept, but no endless one", () => {
    expect(robotRules(url, 200, "User-agent: *\nCrawl-delay: 5").delay).toBe(5);
    expect(robotRules(url, 200, "User-agent: *\nCrawl-delay: 86400").delay).toBe(30);
    expect(robotRules(url, 404, "").delay).toBe(1);
  });
});
