package org.opora.api.choices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.text.Title;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists of choices as the centre has made them. A bundle brings a list with what every centre
 * begins with ({@link org.opora.api.choices.spi.ChoiceList}); the centre words it, orders it, adds
 * to it and offers an entry no more. A record keeps the code of an entry, so it reads the same
 * whatever becomes of the list. It is no data about a person, so nothing here asks for a viewer.
 */
@ProviderType
public interface Choices {
  /** What a form offers on the day, in the order of the centre. Never null. */
  List<Term> offered(String list, LocalDate day);

  /** Every entry there ever was, for records that hold one. Never null. */
  Spoken all(String list);

  /**
   * What the form of a record offers on the day: also what the record holds already, so that it
   * stays when nobody touches it.
   *
   * @param held codes that the record holds
   */
  default List<Term> offered(String list, LocalDate day, Collection<String> held) {
    Set<String> codes = new LinkedHashSet<>(held);
    offered(list, day).forEach(term -> codes.add(term.code()));
    return all(list).terms(codes);
  }

  /**
   * Whether each of these can be written down on the day.
   *
   * @param held codes that the record holds already: they may stay whatever the list says
   */
  default boolean fits(
      String list, Collection<String> chosen, LocalDate day, Collection<String> held) {
    Set<String> codes = new LinkedHashSet<>(held);
    offered(list, day).forEach(term -> codes.add(term.code()));
    return codes.containsAll(chosen);
  }

  /**
   * An entry of a list.
   *
   * @param code what a record keeps; at most 20 characters of the kind {@code [A-Z0-9_]}
   * @param words what is read; where the centre has no word in a language, one of another language
   */
  record Term(String code, Title words) {}

  /**
   * The words of a whole list.
   *
   * @param words by code, in the order of the centre
   */
  record Spoken(Map<String, Title> words) {
    public Spoken {
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** The entry with its words; a code that nobody knows any more speaks for itself. */
    public Term term(String code) {
      return new Term(code, words.getOrDefault(code, new Title(code, code, code)));
    }

    /** In the order of the list, each once; what nobody knows any more stands at the end. */
    public List<Term> terms(Collection<String> codes) {
      return codes.stream()
          .distinct()
          .sorted(Comparator.comparingInt(this::place))
          .map(this::term)
          .toList();
    }

    /** Place of the entry in the order of the list. */
    public int place(String code) {
      int place = List.copyOf(words.keySet()).indexOf(code);
      return place < 0 ? words.size() : place;
    }
  }
}
