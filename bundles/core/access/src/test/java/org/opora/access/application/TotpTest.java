package org.opora.access.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The same key as applications take it. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** Appendix B of RFC 6238, SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void itCountsAsTheStandardDoes(long seconds, String code) {
    assertEquals(Integer.parseInt(code), Totp.number(KEY, seconds / 30) % 100_000_000);
    assertEquals(code.substring(2), Totp.at(SECRET, Instant.ofEpochSecond(seconds)));
  }

  @Test
  void aSecretHasAHundredAndSixtyBitsAndIsNeverTheSame() {
    SecureRandom random = new SecureRandom();
    assertEquals(32, Totp.secret(random).length());
    assertNotEquals(Totp.secret(random), Totp.secret(random));
  }
}
