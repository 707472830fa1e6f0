package org.opora.api.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.opora.api.access.Subject;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;

/**
 * A list as a file: the same columns, rows and order as the page of the list shows to this viewer.
 * A handler describes it and answers {@link Reply#export}; the shell writes the file page by page
 * and records who took it. Immutable; each column is added to a copy.
 *
 * @param list short code of the list for the audit trail, such as {@code people}
 * @param title key of the text that names the list and the file, in the bundle's own files; without
 *     arguments, so that no name of a person gets into the name of a file
 * @param source the use case behind the list
 * @param columns in the order of the list
 * @param subjects whom a row shows
 * @param day the day the list stands for, in the name of the file; null for today
 * @param narrowed what of the list was chosen, for whoever confirms that a long one leaves the
 *     house
 * @param ofWords whether no row is about anybody
 */
public record Sheet<T>(
    String list,
    String title,
    Source<T> source,
    List<Column<T>> columns,
    Function<? super T, ? extends Collection<Subject>> subjects,
    LocalDate day,
    List<Text> narrowed,
    boolean ofWords) {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Sheet {
    if (!CODE.matcher(list).matches()) {
      throw new IllegalArgumentException("no code of a list: " + list);
    }
    Objects.requireNonNull(title);
    Objects.requireNonNull(source);
    Objects.requireNonNull(subjects);
    columns = List.copyOf(columns);
    narrowed = List.copyOf(narrowed);
  }

  /** What the file is read with. */
  public enum Format {
    XLSX,
    CSV
  }

  /** How a cell is written. */
  public enum Kind {
    /** A string, or a {@link Text}; nothing in it is ever taken for a formula. */
    TEXT,
    /** A {@link LocalDate}. */
    DATE,
    /** A {@link LocalTime}. */
    TIME,
    /** A number; the only kind that a spreadsheet may reckon with. */
    NUMBER,
    /** A {@link Boolean}, in words. */
    YES_NO
  }

  /**
   * @param title key of the text above the column, in the bundle's own files or the shell's
   * @param value what stands in the cell; null leaves it empty
   */
  public record Column<T>(String title, Kind kind, Function<? super T, ?> value) {
    public Column {
      Objects.requireNonNull(title);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(value);
    }
  }

  /**
   * The pages of the list, asked for by key. Access is decided by the use case behind it, for every
   * page anew.
   */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * @param after cursor of the page before; null for the first one
     * @param limit most rows of the page, at most 100
     */
    Page<T> page(String after, int limit);
  }

  /** A list that is paged by its use case. */
  public static <T> Sheet<T> of(String list, String title, Source<T> source) {
    return new Sheet<>(list, title, source, List.of(), row -> List.of(), null, List.of(), false);
  }

  /** A list that its use case gives as a whole, because it is short or reckoned as a whole. */
  public static <T> Sheet<T> of(String list, String title, List<T> rows) {
    return of(list, title, (after, limit) -> Page.last(rows));
  }

  /** Adds a column of strings or {@link Text}s. */
  public Sheet<T> text(String key, Function<? super T, ?> value) {
    return with(key, Kind.TEXT, value);
  }

  public Sheet<T> date(String key, Function<? super T, LocalDate> value) {
    return with(key, Kind.DATE, value);
  }

  public Sheet<T> time(String key, Function<? super T, LocalTime> value) {
    return with(key, Kind.TIME, value);
  }

  public Sheet<T> number(String key, Function<? super T, ? extends Number> value) {
    return with(key, Kind.NUMBER, value);
  }

  public Sheet<T> yesNo(String key, Function<? super T, Boolean> value) {
    return with(key, Kind.YES_NO, value);
  }

  /** Says whom a row shows: the audit row of the export lists them all. */
  public Sheet<T> about(Function<? super T, ? extends Collection<Subject>> shown) {
    return new Sheet<>(list, title, source, columns, shown, day, narrowed, ofWords);
  }

  /** Says for which day the list is, when it may be another than today. */
  public Sheet<T> on(LocalDate other) {
    return new Sheet<>(list, title, source, columns, subjects, other, narrowed, ofWords);
  }

  /**
   * Says by what the list was narrowed down, one text for each choice. It is kept and shown to
   * colleagues who do not see the rows: words of the house, days and numbers, never anybody's name
   * and never what was typed.
   */
  public Sheet<T> narrowed(Text... choices) {
    List<Text> all = new ArrayList<>(narrowed);
    all.addAll(List.of(choices));
    return new Sheet<>(list, title, source, columns, subjects, day, all, ofWords);
  }

  /**
   * Says that no row is about anybody, so that the list leaves at any length without a second
   * person: for the words that the centre offers for choice. Whatever names a client or a colleague
   * never says so.
   */
  public Sheet<T> namesNobody() {
    return new Sheet<>(list, title, source, columns, subjects, day, narrowed, true);
  }

  /** The same list, its pages asked for through somebody else. */
  public Sheet<T> from(Source<T> other) {
    return new Sheet<>(list, title, other, columns, subjects, day, narrowed, ofWords);
  }

  private Sheet<T> with(String key, Kind kind, Function<? super T, ?> value) {
    List<Column<T>> more = new ArrayList<>(columns);
    more.add(new Column<>(key, kind, value));
    return new Sheet<>(list, title, source, more, subjects, day, narrowed, ofWords);
  }
}
