package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.web.Centre;
import org.opora.registry.directory.domain.DataBox;
import org.opora.registry.directory.domain.Ico;
import org.opora.registry.directory.domain.Mail;
import org.opora.registry.house.domain.SettingChange;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How the centre is called and reached, on its pages and in print. The name of the pages is that of
 * the shell; here it gets its history.
 */
@Component(service = CentreDesk.class)
public final class CentreDesk {
  private static final int LINE = 200;
  private static final int LONG = 1000;
  private final Transactions tx;
  private final Access access;
  private final SettingsBook book;
  private final Centre centre;
  private final Messages messages;

  @Activate
  public CentreDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference SettingsBook book,
      @Reference Centre centre,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.book = book;
    this.centre = centre;
    this.messages = messages;
  }

  /** What is known of the centre. */
  public enum Field {
    NAME("name"),
    PRINT_NAME("printName"),
    STREET("street"),
    POSTAL_CODE("postalCode"),
    TOWN("town"),
    ICO("ico"),
    DATA_BOX("dataBox"),
    PHONE("phone"),
    EMAIL("email"),
    LETTERHEAD("letterhead");

    private final String code;

    Field(String code) {
      this.code = code;
    }

    /** Name of the field of a form, and of its text. */
    public String code() {
      return code;
    }

    String setting() {
      return SettingsBook.CENTRE + "." + code;
    }
  }

  /**
   * The settings as they stand.
   *
   * @param version for the form
   * @param now by field; missing where there is nothing
   * @param later what is decided for a later day, the nearest first
   * @param history the change decided last first
   */
  public record View(
      long version,
      Map<String, String> now,
      List<Later> later,
      List<SettingsBook.Change> history) {}

  /**
   * @param field code of the field
   * @param before what holds until then; null when nothing does
   * @param content null when there is none from that day on
   */
  public record Later(String field, LocalDate from, String before, String content, String why) {}

  /**
   * A field that would say something else; null where it says nothing.
   *
   * @param until last day on which it would, because something later is decided already; null when
   *     nothing is
   * @param then what is decided for later
   */
  public record Step(String field, String before, String after, LocalDate until, String then) {}

  public View view(Viewer viewer) {
    access.require(viewer, House.READ);
    return new View(
        book.version(SettingsBook.CENTRE),
        byCode(on(viewer.today())),
        later(viewer.today()),
        book.history(SettingsBook.CENTRE));
  }

  private List<Later> later(LocalDate day) {
    return book.upcoming(SettingsBook.CENTRE, day).stream()
        .map(
            one ->
                new Later(
                    one.setting().substring(SettingsBook.CENTRE.length() + 1),
                    one.from(),
                    one.before(),
                    one.content(),
                    one.why()))
        .toList();
  }

  /**
   * @throws NotFound when nothing is decided about the field for that later day
   */
  public Later later(Viewer viewer, String field, LocalDate from) {
    access.require(viewer, House.READ);
    return later(viewer.today()).stream()
        .filter(one -> one.field().equals(field) && one.from().equals(from))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Takes back what was decided for a later day: what holds until then goes on.
   *
   * @throws NotFound when nothing is decided about the field for that later day
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void takeBack(Viewer viewer, long version, String field, LocalDate from, String why) {
    access.require(viewer, House.WRITE);
    Later gone = later(viewer, field, from);
    Map<String, String> contents = new HashMap<>();
    contents.put(SettingsBook.CENTRE + "." + field, gone.before());
    book.change(viewer, SettingsBook.CENTRE, version, from, why, contents);
  }

  /** What stands on paper of the centre on the day, by code of the field. It names no client. */
  public Map<String, String> onPaper(LocalDate day) {
    return byCode(on(day));
  }

  private Map<Field, String> on(LocalDate day) {
    Map<String, String> decided = book.inForce(SettingsBook.CENTRE, day);
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = decided.get(field.setting());
      if (value != null) {
        values.put(field, value);
      }
    }
    if (!values.containsKey(Field.NAME) && !centre.name().isEmpty()) {
      // Given at set-up. From the first renaming on the history knows it, too.
      values.put(Field.NAME, centre.name());
    }
    return values;
  }

  /** The name of set-up, which the first renaming would else take away for ever. */
  private SettingsBook.Founding founding(Viewer viewer, Map<String, String> contents) {
    String name = Field.NAME.setting();
    boolean known =
        book.history(SettingsBook.CENTRE).stream().anyMatch(one -> one.setting().equals(name));
    return known || centre.name().isEmpty() || !contents.containsKey(name)
        ? SettingsBook.Founding.NONE
        : new SettingsBook.Founding(
            messages.text(viewer.locale(), "settings.founding"), Map.of(name, centre.name()));
  }

  private static Map<String, String> byCode(Map<Field, String> values) {
    Map<String, String> byCode = new LinkedHashMap<>();
    values.forEach((field, value) -> byCode.put(field.code(), value));
    return byCode;
  }

  /**
   * What would be different from that day on. It changes nothing. What was not touched stays as it
   * is decided for that day, whatever the form showed.
   *
   * @param opened by code of the field, as the form was opened
   * @param values by code of the field, as typed
   */
  public List<Step> preview(
      Viewer viewer, LocalDate from, Map<String, String> opened, Map<String, String> values) {
    access.require(viewer, House.WRITE);
    LocalDate day = Refusals.day("from", from);
    Map<Field, String> before = on(day);
    Map<Field, String> after = check(values);
    Map<String, SettingChange> next = book.next(SettingsBook.CENTRE, day);
    List<Step> steps = new ArrayList<>();
    for (Field field : Field.values()) {
      boolean touched = !Objects.equals(same(opened.get(field.code())), after.get(field));
      if (touched && !Objects.equals(before.get(field), after.get(field))) {
        steps.add(step(field, before.get(field), after.get(field), next.get(field.setting())));
      }
    }
    if (steps.isEmpty()) {
      throw Refusals.refused(null, "refused.settings-same");
    }
    if (day.isAfter(viewer.today())
        && steps.stream().anyMatch(step -> step.field().equals(Field.NAME.code()))) {
      throw Refusals.refused("from", "refused.settings-name-later", day);
    }
    return steps;
  }

  private static Step step(Field field, String before, String after, SettingChange next) {
    return new Step(
        field.code(),
        before,
        after,
        next == null ? null : next.from().minusDays(1),
        next == null ? null : next.content());
  }

  /** As a form gives it back. */
  private static String same(String shown) {
    return shown == null || shown.isBlank() ? null : shown.strip().replace("\r\n", "\n");
  }

  public void change(
      Viewer viewer,
      long version,
      LocalDate from,
      String why,
      Map<String, String> opened,
      Map<String, String> values) {
    List<Step> steps = preview(viewer, from, opened, values);
    Map<String, String> contents = new LinkedHashMap<>();
    steps.forEach(step -> contents.put(SettingsBook.CENTRE + "." + step.field(), step.after()));
    tx.run(
        em -> {
          SettingsBook.Founding founding = founding(viewer, contents);
          book.change(viewer, SettingsBook.CENTRE, version, from, why, contents, founding);
          String name = on(viewer.today()).get(Field.NAME);
          if (name != null && !name.equals(centre.name())) {
            centre.rename(name);
          }
        });
  }

  private static Map<Field, String> check(Map<String, String> typed) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = check(field, typed.get(field.code()));
      if (value != null) {
        values.put(field, value);
      }
    }
    return values;
  }

  private static String check(Field field, String typed) {
    String code = field.code();
    String line =
        field == Field.NAME
            ? Refusals.line(code, typed, LINE)
            : Refusals.optional(code, typed, field == Field.LETTERHEAD ? LONG : LINE);
    if (line == null) {
      return null;
    }
    return switch (field) {
      case ICO -> Ico.of(line).orElseThrow(() -> Refusals.refused(code, "refused.ico", line));
      case DATA_BOX ->
          DataBox.of(line).orElseThrow(() -> Refusals.refused(code, "refused.data-box", line));
      case EMAIL -> Mail.of(line).orElseThrow(() -> Refusals.refused(code, "refused.email", line));
      case LETTERHEAD -> line.replace("\r\n", "\n");
      default -> line;
    };
  }
}
