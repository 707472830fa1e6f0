package org.opora.registry.course.contributions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.paging.Page;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;

/** A section that the register brings to reports on the course of care. */
abstract class RegistrySection implements ReportSection {
  static final int PAGE = 100;
  private static final String TITLE = "course.section.";
  private final String id;
  private final int order;
  private final Scope scope;
  private final String permission;
  private final Messages messages;

  /**
   * @param permission to read what it is drafted from
   */
  RegistrySection(String id, int order, Scope scope, String permission, Messages messages) {
    this.id = id;
    this.order = order;
    this.scope = scope;
    this.permission = permission;
    this.messages = messages;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int order() {
    return order;
  }

  @Override
  public final Scope scope() {
    return scope;
  }

  @Override
  public final boolean may(Viewer viewer) {
    return viewer.may(permission);
  }

  @Override
  public final String module() {
    return Refusals.BUNDLE;
  }

  @Override
  public Text title() {
    return Refusals.text(TITLE + id);
  }

  final String say(Locale language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }

  final String say(Locale language, Text text) {
    return messages.text(language, text);
  }

  /**
   * How something read on the last day of the period: what was put otherwise since is not of it.
   *
   * @param former how it read before, the last one first
   * @param at when it was put otherwise
   */
  static <F, T> T asOf(
      Viewer viewer,
      Wanted wanted,
      T now,
      List<F> former,
      Function<F, Instant> at,
      Function<F, T> text) {
    T then = now;
    for (F one : former) {
      if (!LocalDate.ofInstant(at.apply(one), viewer.zone()).isAfter(wanted.until())) {
        return then;
      }
      then = text.apply(one);
    }
    return then;
  }

  /** Items below one another. */
  static String items(Stream<String> lines) {
    return lines.map(line -> "- " + line.replace("\n", " ")).collect(Collectors.joining("\n"));
  }

  /** Paragraphs and lists below one another; those that say nothing are left out. */
  static String all(String... blocks) {
    return Stream.of(blocks)
        .filter(block -> block != null && !block.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  /** Every page, one after the other. */
  static <T> Stream<T> every(Function<String, Page<T>> pages) {
    return Stream.iterate(
            pages.apply(null),
            page -> page != null,
            page -> page.next() == null ? null : pages.apply(page.next()))
        .flatMap(page -> page.items().stream());
  }
}
