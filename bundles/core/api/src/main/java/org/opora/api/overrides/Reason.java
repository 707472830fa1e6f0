package org.opora.api.overrides;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.opora.api.text.Title;
import org.opora.api.web.Choice;

/**
 * Why somebody goes on although a rule says to stop. The list is short, so that whoever leads the
 * centre can compare; what is particular is said in words beside it. Codes are stored: they are
 * added to, never renamed.
 */
public enum Reason {
  CHILD_INTEREST(new Title("v zájmu dítěte", "dla dobra dziecka", "in the interest of the child")),
  AUTHORITY_DECISION(
      new Title(
          "rozhodl soud nebo úřad",
          "tak zdecydował sąd lub urząd",
          "a court or an authority decided so")),
  WRONG_DATA(
      new Title(
          "údaje, ze kterých se vychází, jsou chybné",
          "dane źródłowe są błędne",
          "the data it rests on are wrong")),
  NO_OTHER_WAY(
      new Title("jinak to nešlo", "inaczej się nie dało", "it could not be done otherwise")),
  OTHER(new Title("jiný důvod", "inny powód", "another reason"));

  private final Title title;

  Reason(Title title) {
    this.title = title;
  }

  /** All of them, as a form offers them. */
  public static List<Choice> choices(Locale locale) {
    return Stream.of(values()).map(one -> new Choice(one.name(), one.title.in(locale))).toList();
  }

  /** As it is offered and read, in three languages. */
  public Title title() {
    return title;
  }
}
