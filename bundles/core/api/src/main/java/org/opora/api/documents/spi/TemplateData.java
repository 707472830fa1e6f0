package org.opora.api.documents.spi;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.opora.api.access.Viewer;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a room or a module knows that a template may name. A template that names what nobody brings
 * is not let in; one that names what nobody brings any more is not offered.
 *
 * <p>Deny by default: a value is given only where whoever writes the letter may see it <em>and</em>
 * whoever receives it may learn it. Everything else is left out and said so.
 */
@ConsumerType
public interface TemplateData {
  /** What is there once; always the same. Keys are unique in the house. */
  List<Field> fields();

  /** What there are several of, each with a row in a table; always the same. */
  default List<Rows> lists() {
    return List.of();
  }

  /**
   * The values for one letter. Asked outside a transaction of the caller, and only for what the
   * letter names.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the file
   */
  Given given(Viewer viewer, Wanted wanted);

  /**
   * @param key as a template writes it, such as {@code family.name}
   * @param title what it is, for whoever writes templates
   */
  record Field(String key, Text title) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final int LONGEST = 60;

    public Field {
      Objects.requireNonNull(title);
      if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("no name of a field: " + key);
      }
    }
  }

  /**
   * @param key without a full stop; a column is written {@code key.column}
   * @param columns their keys without that of the list
   */
  record Rows(String key, Text title, List<Field> columns) {
    public Rows {
      Objects.requireNonNull(title);
      columns = List.copyOf(columns);
      if (key.contains(".")) {
        throw new IllegalArgumentException("no name of a list: " + key);
      }
    }
  }

  /**
   * @param person child or adult of the file whom the letter is about; null when it is about all
   * @param reader who receives it
   * @param names fields, and columns with their list, that the letter writes
   * @param language in which it is written
   */
  record Wanted(
      CaseFileId file, PersonId person, Reader reader, Set<String> names, Locale language) {
    public Wanted {
      Objects.requireNonNull(file);
      Objects.requireNonNull(reader);
      names = Set.copyOf(names);
    }

    public boolean any(Collection<String> of) {
      return of.stream().anyMatch(names::contains);
    }
  }

  /**
   * Who receives a letter.
   *
   * @param person of the file; null for an office and for somebody else
   * @param body of the directory; null for a person, and for who is known by name only
   * @param name as it is on this day
   */
  record Reader(PersonId person, BodyId body, String name) {
    public Reader {
      Objects.requireNonNull(name);
    }
  }

  /**
   * Strings, numbers, {@link java.time.LocalDate}s or {@link Text}s; what is not known is missing.
   *
   * @param values by field
   * @param rows of each list, by column
   * @param left what is known and does not go into this letter
   */
  record Given(
      Map<String, Object> values, Map<String, List<Map<String, Object>>> rows, List<Left> left) {
    public Given {
      values = Map.copyOf(values);
      rows = Map.copyOf(rows);
      left = List.copyOf(left);
    }
  }

  /**
   * @param key of the field, or of the column with its list, or of the list
   * @param rows how many rows of a list; 0 for a field
   */
  record Left(String key, Why why, int rows) {}

  /** Why something is left out. */
  enum Why {
    /** Whoever writes the letter may not see it. */
    NOT_SEEN,
    /** Whoever receives it is not to learn it. */
    NOT_THEIRS,
    /** Where somebody is must not be told. */
    UNDISCLOSED
  }
}
