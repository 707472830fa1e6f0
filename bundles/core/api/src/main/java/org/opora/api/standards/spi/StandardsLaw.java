package org.opora.api.standards.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The standards of quality that a country asks of a centre, as dated lists: the one that holds on
 * the day in question counts. A pack names only the criteria whose words are known to it; the
 * centre writes down the rest.
 */
@ConsumerType
public interface StandardsLaw {
  /** Such as {@code cz}. */
  String id();

  /** The standards in the order of the law. */
  List<Parameter<List<Standard>>> standards();

  /** How many criteria all standards have together. */
  List<Parameter<Integer>> criteria();

  /** The best mark of a criterion; the worst one is 0. */
  List<Parameter<Integer>> bestMark();

  /** What holds on the day; empty when nothing does. */
  static <T> Optional<Parameter<T>> on(List<Parameter<T>> dated, LocalDate day) {
    return dated.stream().filter(one -> one.holdsOn(day)).findFirst();
  }

  /**
   * @param code short and stable, such as {@code cz.7}; at most 40 characters of the kind {@code
   *     [a-z0-9.-]}
   * @param number as the law counts it
   * @param topic what it is about
   * @param proof what usually shows how it is kept; null when there is nothing to say
   * @param known criteria whose words are known, in the order of their letters; may be empty
   * @param paragraph where it stands
   */
  record Standard(
      String code,
      String number,
      Text topic,
      Text proof,
      List<Criterion> known,
      String paragraph,
      Trust trust) {
    public Standard {
      Objects.requireNonNull(code);
      Objects.requireNonNull(number);
      Objects.requireNonNull(topic);
      known = List.copyOf(known);
      Objects.requireNonNull(paragraph);
      Objects.requireNonNull(trust);
    }
  }

  /**
   * @param letter of the criterion within its standard, such as {@code a}
   * @param words what it asks, as far as it is known
   */
  record Criterion(String letter, Text words, String paragraph, Trust trust) {
    public Criterion {
      Objects.requireNonNull(letter);
      Objects.requireNonNull(words);
      Objects.requireNonNull(paragraph);
      Objects.requireNonNull(trust);
    }
  }
}
