package org.opora.access.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.persistence.Keys;

/**
 * Marks of browsers in which somebody has signed in. They are counted apart from everybody who
 * guesses elsewhere, so that guessing keeps nobody out of their own browser. Nothing is stored: a
 * mark is a random part and a seal over it and the name. Colleagues share a computer, so a browser
 * keeps the marks of the last few of them.
 */
final class Devices {
  private static final String PURPOSE = "access-device";
  private static final Pattern MARK = Pattern.compile("[0-9A-Za-z_-]{43}\\.[0-9a-f]{64}");
  private static final String BETWEEN = "~";
  private static final int KEPT = 6;

  private final Keys keys;
  private final Secrets secrets = new Secrets();

  Devices(Keys keys) {
    this.keys = keys;
  }

  /** What a browser keeps from now on, with this name among it; empty when it is already. */
  Optional<String> with(String name, String kept) {
    return of(name, kept) != null
        ? Optional.empty()
        : Optional.of(
            Stream.concat(Stream.of(sealed(name, secrets.token())), marks(kept))
                .limit(KEPT)
                .collect(Collectors.joining(BETWEEN)));
  }

  /** The mark of this name among those that the browser keeps; null when there is none. */
  String of(String name, String kept) {
    return marks(kept).filter(mark -> fits(name, mark)).findFirst().orElse(null);
  }

  private static Stream<String> marks(String kept) {
    return kept == null
        ? Stream.empty()
        : Arrays.stream(kept.split(BETWEEN))
            .filter(mark -> MARK.matcher(mark).matches())
            .limit(KEPT);
  }

  private boolean fits(String name, String mark) {
    return MessageDigest.isEqual(
        sealed(name, mark.substring(0, mark.indexOf('.'))).getBytes(StandardCharsets.UTF_8),
        mark.getBytes(StandardCharsets.UTF_8));
  }

  private String sealed(String name, String random) {
    return random + "." + HexFormat.of().formatHex(keys.fingerprint(PURPOSE, name + "\n" + random));
  }
}
