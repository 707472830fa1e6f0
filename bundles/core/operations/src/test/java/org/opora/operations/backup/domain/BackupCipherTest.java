package org.opora.operations.backup.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupCipherTest {
  private static final char[] PASSPHRASE = "abcde-fghjk-mnpqr-stuvw-xyz23-45678".toCharArray();
  private static final int PIECE = 1 << 16;
  private static final int HEADER = 15 + 16 + 4;

  private static byte[] seal(byte[] plain) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = BackupCipher.seal(sealed, PASSPHRASE)) {
      out.write(plain);
    }
    return sealed.toByteArray();
  }

  private static byte[] open(byte[] sealed) throws IOException {
    try (InputStream in = BackupCipher.open(new ByteArrayInputStream(sealed), PASSPHRASE)) {
      return in.readAllBytes();
    }
  }

  private static String faultOf(byte[] sealed) {
    return assertThrows(BackupFault.class, () -> open(sealed)).code();
  }

  private static byte[] bytes(int length) {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);
    return plain;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7})
  void opensWhatItSealed(int length) throws IOException {
    byte[] plain = bytes(length);
    assertArrayEquals(plain, open(seal(plain)));
  }

  @Test
  void showsNothingOfTheContent() throws IOException {
    byte[] plain = "Tereza Nováková ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    String sealed = new String(seal(plain), StandardCharsets.ISO_8859_1);
    assertFalse(sealed.contains("Tereza"));
  }

  @Test
  void capitalsSpacesAndHyphensDoNotMatter() throws IOException {
    byte[] sealed = seal(bytes(10));
    char[] typed = "ABCDE FGHJK MNPQR STUVW XYZ23 45678 ".toCharArray();
    assertArrayEquals(
        bytes(10), BackupCipher.open(new ByteArrayInputStream(sealed), typed).readAllBytes());
  }

  @Test
  void tellsAnotherPassphraseFromDamage() throws IOException {
    byte[] sealed = seal(bytes(10));
    InputStream in = new ByteArrayInputStream(sealed);
    BackupFault fault =
        assertThrows(
            BackupFault.class, () -> BackupCipher.open(in, "another".toCharArray()).readAllBytes());
    assertEquals("backup.passphrase", fault.code());
    assertEquals(
        "backup.not-ours", faultOf("something else entirely".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void noticesACutAtEveryPlace() throws IOException {
    byte[] sealed = seal(bytes(2 * PIECE + 100));
    int whole = 4 + PIECE + 16;
    for (int length :
        new int[] {
          HEADER - 1, HEADER, HEADER + 3, HEADER + whole, HEADER + 2 * whole, sealed.length - 1
        }) {
      assertEquals("backup.damaged", faultOf(Arrays.copyOf(sealed, length)), "cut at " + length);
    }
  }

  @Test
  void noticesAnyChangedByteAfterTheFirstPiece() throws IOException {
    byte[] sealed = seal(bytes(PIECE + 100));
    for (int at = HEADER + 4 + PIECE + 16; at < sealed.length; at += 19) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertEquals("backup.damaged", faultOf(changed), "byte " + at);
    }
  }

  @Test
  void noticesSwappedRepeatedAndAddedPieces() throws IOException {
    byte[] sealed = seal(bytes(3 * PIECE));
    int whole = 4 + PIECE + 16;
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, HEADER + whole, swapped, HEADER, whole);
    System.arraycopy(sealed, HEADER, swapped, HEADER + whole, whole);
    assertEquals("backup.passphrase", faultOf(swapped));

    byte[] repeated = Arrays.copyOf(sealed, HEADER + whole + whole);
    System.arraycopy(sealed, HEADER, repeated, HEADER + whole, whole);
    assertEquals("backup.damaged", faultOf(repeated));

    byte[] added = Arrays.copyOf(sealed, sealed.length + 1);
    assertEquals("backup.damaged", faultOf(added));
  }
}
