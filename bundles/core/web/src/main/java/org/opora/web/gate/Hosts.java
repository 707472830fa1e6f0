package org.opora.web.gate;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names this house answers to. A request for another name comes from a rebound DNS entry or a
 * forged link.
 */
final class Hosts {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private final Set<String> further;
  private final Predicate<String> certified;

  /**
   * @param further host names of the centre, parted by commas, with a port where it is not the one
   *     we listen on; null for none
   * @param certified whether the certificate of this moment names a host. Of such a one every port
   *     is ours: a rebound name is not in the certificate, and a router may lead another port here
   */
  Hosts(String further, Predicate<String> certified) {
    this.certified = certified;
    this.further =
        Stream.of(further == null ? new String[0] : further.split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param header the Host header
   * @param port port the request came in on
   */
  boolean known(String header, int port) {
    if (header == null) {
      return false;
    }
    String host = header.toLowerCase(Locale.ROOT);
    if (further.contains(host) || certified.test(PORT.matcher(host).replaceFirst(""))) {
      return true;
    }
    String own = ":" + port;
    if (!host.endsWith(own)) {
      return false;
    }
    String name = host.substring(0, host.length() - own.length());
    return LOOPBACK.contains(name) || further.contains(name);
  }
}
