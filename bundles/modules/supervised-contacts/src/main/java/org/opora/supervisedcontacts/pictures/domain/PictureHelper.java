package org.opora.supervisedcontacts.pictures.domain;

import java.util.Arrays;

/**
 * Who of the centre is with the child at a contact.
 *
 * @param calledName as the child hears them called; null where the centre draws only a picture
 */
public record PictureHelper(String calledName) {
  /**
   * By the first of the names, without what stands before it on letters.
   *
   * @param name with titles; null when nobody knows it any more
   */
  public static PictureHelper called(String name) {
    return new PictureHelper(
        name == null
            ? null
            : Arrays.stream(name.strip().split("\\s+"))
                .filter(PictureHelper::name)
                .findFirst()
                .orElse(null));
  }

  private static boolean name(String word) {
    return !word.isEmpty() && !word.contains(".") && Character.isUpperCase(word.codePointAt(0));
  }

  /** Somebody, drawn and not named. */
  public static PictureHelper drawn() {
    return new PictureHelper(null);
  }
}
