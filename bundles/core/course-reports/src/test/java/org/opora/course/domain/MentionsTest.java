package org.opora.course.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opora.api.people.PersonName;

/** Names of children are found however they are declined, and words that are no names are not. */
class MentionsTest {
  private static final PersonName EMA = new PersonName("Ema", "Nováková");
  private static final PersonName TOM = new PersonName("Tomáš Jan", "Horák");
  private static final PersonName LIU = new PersonName("Li", "Wang");

  private static List<PersonName> in(String words) {
    return Mentions.in(words, List.of(EMA, TOM, LIU));
  }

  @Test
  void declinedNamesAreFound() {
    assertEquals(List.of(EMA), in("S Emou jsme mluvili o škole."));
    assertEquals(List.of(EMA), in("Emina učitelka (viz dopis)"));
    assertEquals(List.of(TOM), in("o Tomášovi,"));
    assertEquals(List.of(EMA, TOM), in("Ema a Tomáš"));
  }

  @Test
  void wordsThatBeginAlikeAreNone() {
    assertEquals(List.of(), in("emoce zvládá, tomuto rozumí"));
    assertEquals(List.of(), in("Emancipace mládeže"), "too long an ending");
    assertEquals(List.of(), in("Semafor"));
    assertEquals(List.of(), in(null));
    assertEquals(List.of(), in("Lidé"), "two letters say nothing");
  }
}
