package org.opora.registry.house.domain;

/**
 * What the centre calls an entry.
 *
 * @param cs null where it has no word of its own, as {@code pl} and {@code en} are
 */
public record ChoiceWords(String cs, String pl, String en) {
  public static final ChoiceWords NONE = new ChoiceWords(null, null, null);

  public boolean empty() {
    return cs == null && pl == null && en == null;
  }
}
