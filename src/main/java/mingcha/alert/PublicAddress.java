package mingcha.alert;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a webhook may lead. Who saves an alert chooses an address that this machine then connects
 * to; it must not become a way into the networks that only this machine sees.
 */
final class PublicAddress {
  /**
   * Beyond those that the JDK knows, by the special-purpose registries of IANA (RFC 6890): address
   * and length of the prefix.
   */
  private static final int[][] NOT_PUBLIC_V4 = {
    {0, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {240, 0, 0, 0, 4},
  };

  private PublicAddress() {}

  /** What a name means now: {@link InetAddress#getAllByName}. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * The address of a host. All that its name resolves to must be public: of one public and one
   * private the second connection might get the other.
   *
   * @throws IOException if there is none, or one may not be connected to
   */
  static InetAddress of(String host, boolean privateToo, Resolver resolver) throws IOException {
    InetAddress[] all;
    try {
      all = resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new IOException("no host is named " + host, e);
    }
    for (InetAddress address : all) {
      if (!privateToo && !isPublic(address)) {
        throw new IOException(
            host + " is " + address.getHostAddress() + ", which is not a public address");
      }
    }
    return all[0];
  }

  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address v4 ->
          Arrays.stream(NOT_PUBLIC_V4).noneMatch(prefix -> startsWith(bytes, prefix));
      case Inet6Address v6 -> isPublicV6(bytes);
      default -> false;
    };
  }

  private static boolean isPublicV6(byte[] bytes) {
    // Global unicast is 2000::/3; all else is unique local, a translation of version 4, or unused.
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xfe) == 0; // 2001::/23
    boolean example =
        (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == (byte) 0xb8)
            || (bytes[0] == 0x3f && bytes[1] == (byte) 0xff && (bytes[2] & 0xf0) == 0); // RFC 9637
    return global && !sixToFour && !special && !example;
  }

  private static boolean startsWith(byte[] address, int[] prefix) {
    int length = prefix[4];
    for (int i = 0; i < 4; i++) {
      int bits = Math.min(8, Math.max(0, length - 8 * i));
      int mask = (0xff00 >> bits) & 0xff;
      if ((address[i] & mask) != (prefix[i] & mask)) {
        return false;
      }
    }
    return true;
  }
}
