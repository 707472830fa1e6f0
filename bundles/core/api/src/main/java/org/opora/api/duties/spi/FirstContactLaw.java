package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opora.api.duties.Trust;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a country's law says about those who come to a centre: which services a carer may ask for,
 * why an agreement may be refused, by when the year is reported. Lists are dated; the one that
 * holds on the day in question counts.
 */
@ConsumerType
public interface FirstContactLaw {
  /** Such as {@code cz}. */
  String id();

  /** Services to which a carer with an agreement is entitled, in the order of the law. */
  List<Parameter<List<Code>>> rights();

  /** The only reasons for which an agreement may be refused to a carer. */
  List<Parameter<List<Code>>> refusalGrounds();

  /** Last day, in the year that follows, for the return on the centre's work in a year. */
  List<Parameter<MonthDay>> yearlyReturn();

  /** Every dated figure of this law, for the page that shows them; in the order of the law. */
  default List<LawFigure> figures() {
    return List.of();
  }

  /** The list that holds on the day; empty when none does. */
  static List<Code> on(List<Parameter<List<Code>>> lists, LocalDate day) {
    return lists.stream()
        .filter(list -> list.holdsOn(day))
        .findFirst()
        .map(Parameter::value)
        .orElse(List.of());
  }

  /** The entry with this code, from whichever list it comes: what was recorded stays readable. */
  static Optional<Code> named(List<Parameter<List<Code>>> lists, String code) {
    return lists.stream()
        .flatMap(list -> list.value().stream())
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  /**
   * An entry of a list of the law.
   *
   * @param code short and stable, such as {@code cz.capacity}, kept with the record
   * @param text how a person reads it
   * @param paragraph where it stands
   */
  record Code(String code, Text text, String paragraph, Trust trust) {
    public Code {
      Objects.requireNonNull(code);
      Objects.requireNonNull(text);
      Objects.requireNonNull(paragraph);
      Objects.requireNonNull(trust);
    }
  }
}
