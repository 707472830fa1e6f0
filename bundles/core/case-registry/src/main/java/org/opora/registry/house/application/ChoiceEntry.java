package org.opora.registry.house.application;

import java.time.LocalDate;
import org.opora.api.text.Title;
import org.opora.registry.house.domain.ChoiceState;
import org.opora.registry.house.domain.ChoiceWords;

/**
 * An entry of a list as it stands.
 *
 * @param brought its words as its bundle brings it; null for one of the centre
 * @param kept whether it is always offered, because the program counts by it
 * @param words as they are read
 */
public record ChoiceEntry(
    String code, Title brought, boolean kept, ChoiceState state, Title words) {
  static ChoiceEntry of(String code, Title brought, boolean kept, ChoiceState state) {
    return new ChoiceEntry(code, brought, kept, state, read(brought, state.words()));
  }

  /** Whether the centre has added it. */
  public boolean own() {
    return brought == null;
  }

  /** What stands in the form: the word of the centre, or the one it came with. */
  public ChoiceWords written() {
    ChoiceWords mine = state.words();
    return brought == null
        ? mine
        : new ChoiceWords(
            first(mine.cs(), brought.cs()),
            first(mine.pl(), brought.pl()),
            first(mine.en(), brought.en()));
  }

  public boolean offered(LocalDate day) {
    return state.offered(day);
  }

  /** Whether it is offered only from a later day on. */
  public boolean later(LocalDate day) {
    return state.since() != null && state.since().isAfter(day);
  }

  /** Another language is better than nothing to read; Czech is what a centre writes first. */
  private static Title read(Title brought, ChoiceWords mine) {
    String cs = first(mine.cs(), brought == null ? null : brought.cs());
    String pl = first(mine.pl(), brought == null ? null : brought.pl());
    String en = first(mine.en(), brought == null ? null : brought.en());
    return new Title(first(cs, first(pl, en)), first(pl, first(cs, en)), first(en, first(cs, pl)));
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }
}
