package org.opora.registry.house.application;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.house.Readings;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.registry.house.domain.SettingChange;
import org.opora.registry.house.domain.SettingGroup;
import org.opora.registry.house.persistence.HouseQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The settings with their history. Whoever asks or changes has been let in before; a setting is
 * called by its group and its own name, such as {@code centre.name}.
 */
@Component(service = {SettingsBook.class, Readings.class})
public final class SettingsBook implements Readings {
  static final String CENTRE = "centre";
  static final String READING = "reading";

  /** First day of what held before anything was decided: earlier than every day of a centre. */
  static final LocalDate FOUNDING = LocalDate.of(1900, 1, 1);

  private static final int WHY = 500;
  private final Transactions tx;
  private final AuditTrail audit;
  private final Staff staff;

  @Activate
  public SettingsBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference AuditTrail audit,
      @Reference Staff staff) {
    this.tx = tx;
    this.audit = audit;
    this.staff = staff;
  }

  /**
   * A change as it was decided.
   *
   * @param content null when there is none from that day on
   * @param by name of a member of staff
   */
  public record Change(
      String setting, LocalDate from, String content, String why, String by, LocalDate on) {
    /** Whether it is what held before anything was decided. */
    public boolean founding() {
      return from.equals(FOUNDING);
    }
  }

  @Override
  public Optional<String> chosen(String reading, LocalDate day) {
    return tx.read(em -> new HouseQueries(em).content(READING + "." + reading, day));
  }

  /** What the settings of a group say on the day; those nobody decided are missing. */
  Map<String, String> inForce(String group, LocalDate day) {
    Map<String, SettingChange> last = new HashMap<>();
    tx.read(em -> new HouseQueries(em).changes(group)).stream()
        .filter(one -> !one.from().isAfter(day))
        .forEach(one -> last.merge(one.setting(), one, SettingsBook::later));
    Map<String, String> contents = new HashMap<>();
    last.forEach((setting, change) -> contents.put(setting, change.content()));
    return contents;
  }

  private static SettingChange later(SettingChange one, SettingChange other) {
    int days = one.from().compareTo(other.from());
    return days > 0 || days == 0 && one.turn() > other.turn() ? one : other;
  }

  /** All changes of a group, the one decided last first. */
  List<Change> history(String group) {
    return tx.read(
        em -> {
          List<SettingChange> rows = new HouseQueries(em).changes(group);
          Map<StaffId, String> names =
              staff.names(rows.stream().map(SettingChange::enteredBy).collect(Collectors.toSet()));
          return rows.stream()
              .map(
                  row ->
                      new Change(
                          row.setting(),
                          row.from(),
                          row.content(),
                          row.why(),
                          names.get(row.enteredBy()),
                          row.enteredOn()))
              .toList();
        });
  }

  /**
   * Everything decided for later than the day that makes a difference, by day: of two decisions for
   * one day only the later one.
   */
  List<Later> upcoming(String group, LocalDate day) {
    Map<String, NavigableMap<LocalDate, SettingChange>> all = new TreeMap<>();
    tx.read(em -> new HouseQueries(em).changes(group))
        .forEach(
            one ->
                all.computeIfAbsent(one.setting(), setting -> new TreeMap<>())
                    .merge(one.from(), one, SettingsBook::later));
    List<Later> later = new ArrayList<>();
    all.forEach(
        (setting, days) ->
            days.tailMap(day, false)
                .forEach(
                    (from, change) -> {
                      Map.Entry<LocalDate, SettingChange> last = days.lowerEntry(from);
                      String before = last == null ? null : last.getValue().content();
                      if (!Objects.equals(before, change.content())) {
                        later.add(new Later(setting, from, before, change.content(), change.why()));
                      }
                    }));
    later.sort(Comparator.comparing(Later::from).thenComparing(Later::setting));
    return later;
  }

  /**
   * What is decided for a later day.
   *
   * @param before what holds until then; null when nothing does
   * @param content null when there is none from that day on
   */
  public record Later(String setting, LocalDate from, String before, String content, String why) {}

  /** What is decided for later than the day, by setting: only the next change of each. */
  Map<String, SettingChange> next(String group, LocalDate day) {
    Map<String, SettingChange> next = new HashMap<>();
    tx.read(em -> new HouseQueries(em).changes(group)).stream()
        .filter(one -> one.from().isAfter(day))
        .forEach(one -> next.merge(one.setting(), one, SettingsBook::sooner));
    return next;
  }

  private static SettingChange sooner(SettingChange one, SettingChange other) {
    int days = one.from().compareTo(other.from());
    return days < 0 || days == 0 && one.turn() > other.turn() ? one : other;
  }

  @Override
  public NavigableMap<LocalDate, String> choices(String reading) {
    String setting = READING + "." + reading;
    Map<LocalDate, SettingChange> last = new HashMap<>();
    tx.read(em -> new HouseQueries(em).changes(READING)).stream()
        .filter(one -> one.setting().equals(setting))
        .forEach(one -> last.merge(one.from(), one, SettingsBook::later));
    NavigableMap<LocalDate, String> options = new TreeMap<>();
    last.forEach((day, change) -> options.put(day, change.content()));
    return options;
  }

  long version(String group) {
    return tx.read(em -> em.find(SettingGroup.class, group).version());
  }

  /**
   * Decides from a day on. The caller may write more in its own transaction around this one.
   *
   * @param contents by setting; null where there is none from that day on
   */
  void change(
      Viewer viewer,
      String group,
      long version,
      LocalDate from,
      String why,
      Map<String, String> contents) {
    change(viewer, group, version, from, why, contents, Founding.NONE);
  }

  /**
   * What held before anything was decided, written down with the first decision about it.
   *
   * @param contents by setting
   */
  record Founding(String why, Map<String, String> contents) {
    static final Founding NONE = new Founding(null, Map.of());
  }

  /**
   * @param founding kept with an earlier day than everything that was decided
   */
  void change(
      Viewer viewer,
      String group,
      long version,
      LocalDate from,
      String why,
      Map<String, String> contents,
      Founding founding) {
    LocalDate day = Refusals.day("from", from);
    if (day.isBefore(FOUNDING)) {
      throw Refusals.refused("from", "refused.required");
    }
    String reason = Refusals.line("why", why, WHY);
    tx.run(
        em -> {
          SettingGroup row = em.find(SettingGroup.class, group, LockModeType.PESSIMISTIC_WRITE);
          Refusals.fresh(row.version(), version);
          founding
              .contents()
              .forEach(
                  (setting, content) ->
                      em.persist(change(viewer, row, setting, FOUNDING, content, founding.why())));
          contents.forEach(
              (setting, content) -> em.persist(change(viewer, row, setting, day, content, reason)));
          audit.wrote(
              viewer,
              "settings.changed",
              List.of(),
              "settings=" + String.join(",", contents.keySet().stream().sorted().toList()));
        });
  }

  private static SettingChange change(
      Viewer viewer,
      SettingGroup group,
      String setting,
      LocalDate day,
      String content,
      String why) {
    return new SettingChange(
        Ids.next(), setting, day, group.next(), content, why, viewer.staff(), viewer.today());
  }
}
