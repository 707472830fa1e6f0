package org.opora.access.application;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.opora.access.domain.Attempt.Pace;

/**
 * Sign-ins from browsers that are not known: counted by the address they come from and all
 * together, so that nobody tries one password on every name. Known browsers are never among them.
 */
final class Strangers {
  /** No sign-in name holds a line break. */
  private static final String HOUSE = "strangers\n";

  /** Whoever has one address of the newer kind has all that begin the same. */
  private static final int OWN_BYTES = 8;

  private final Throttle throttle;
  private final String address;

  Strangers(Throttle throttle, String address) {
    this.throttle = throttle;
    this.address = HOUSE + network(address);
  }

  boolean begin(Instant now) {
    return throttle.begin(address, Pace.ADDRESS, now) && throttle.begin(HOUSE, Pace.HOUSE, now);
  }

  void succeeded(Instant now) {
    throttle.succeeded(address, now);
    throttle.succeeded(HOUSE, now);
  }

  static String network(String address) {
    boolean literal = address.matches("[\\[\\]0-9A-Fa-f:.]+");
    try {
      return literal && InetAddress.getByName(address) instanceof Inet6Address newer
          ? HexFormat.of().formatHex(Arrays.copyOf(newer.getAddress(), OWN_BYTES))
          : address;
    } catch (UnknownHostException notAnAddress) {
      return address;
    }
  }
}
