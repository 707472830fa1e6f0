package org.opora.operations.backup.domain;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.opora.operations.shared.SafeFiles;

/**
 * The recovery passphrase: 30 characters that cannot be mistaken for each other, 148 random bits,
 * in groups of five. It opens every backup of this installation, so it is printed and locked away.
 */
public final class Passphrase {
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 6;
  private static final int GROUP = 5;

  private Passphrase() {}

  /** The passphrase of this key folder; made when there is none. */
  public static char[] ofFolder(Path keyFolder) throws IOException {
    Path file = file(keyFolder);
    if (!Files.exists(file)) {
      SafeFiles.createPrivateFolder(keyFolder);
      SafeFiles.write(file, generate() + "\n");
    }
    return Files.readString(file).strip().toCharArray();
  }

  /** The passphrase of this key folder, when it has one. */
  public static Optional<char[]> find(Path keyFolder) throws IOException {
    Path file = file(keyFolder);
    return Files.isReadable(file)
        ? Optional.of(Files.readString(file).strip().toCharArray())
        : Optional.empty();
  }

  /** As typed: capitals, spaces and hyphens do not matter. */
  static char[] normalise(char[] typed) {
    CharBuffer out = CharBuffer.allocate(typed.length);
    for (char c : typed) {
      if (Character.isLetterOrDigit(c)) {
        out.put(Character.toLowerCase(c));
      }
    }
    char[] result = new char[out.position()];
    System.arraycopy(out.array(), 0, result, 0, result.length);
    return result;
  }

  private static Path file(Path keyFolder) {
    return keyFolder.resolve("recovery.txt");
  }

  private static String generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
