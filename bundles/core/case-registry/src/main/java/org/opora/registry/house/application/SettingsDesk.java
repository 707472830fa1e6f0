package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Whole numbers that the centre decides from a day on, with a reason. What runs already stays as it
 * was. They are kept among the readings of the law, as they always were.
 */
@Component(service = {Settings.class, SettingsDesk.class})
public final class SettingsDesk implements Settings {
  private static final String BEGINS = SettingsBook.READING + ".";
  private final Access access;
  private final SettingsBook book;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<CentreSettings> brought = List.of();

  @Activate
  public SettingsDesk(@Reference Access access, @Reference SettingsBook book) {
    this.access = access;
    this.book = book;
  }

  /** With the numbers of these bundles. */
  public SettingsDesk with(CentreSettings... bundles) {
    brought = List.of(bundles);
    return this;
  }

  /** All that installed bundles bring. */
  public List<View> all(Viewer viewer) {
    access.require(viewer, House.READ);
    List<SettingsBook.Change> changes = book.history(SettingsBook.READING);
    return brought.stream()
        .flatMap(bundle -> bundle.settings().stream())
        .sorted(Comparator.comparing(Setting::id))
        .map(setting -> view(viewer, setting, changes))
        .toList();
  }

  /**
   * @throws NotFound when no installed bundle brings it
   */
  public View one(Viewer viewer, String id) {
    return all(viewer).stream()
        .filter(view -> view.setting().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  @Override
  public View view(Viewer viewer, Setting setting) {
    if (!keeps(viewer, setting)) {
      access.require(viewer, House.READ);
    }
    return view(viewer, setting, book.history(SettingsBook.READING));
  }

  private static boolean keeps(Viewer viewer, Setting setting) {
    return setting.keeper() != null && viewer.may(setting.keeper());
  }

  private View view(Viewer viewer, Setting setting, List<SettingsBook.Change> changes) {
    Optional<Integer> decided = decided(setting, viewer.today());
    return new View(
        setting,
        book.version(SettingsBook.READING),
        decided.orElse(setting.usual()),
        decided.isPresent(),
        changes.stream()
            .filter(one -> one.setting().equals(BEGINS + setting.id()))
            .map(SettingsDesk::decision)
            .toList());
  }

  private static Decision decision(SettingsBook.Change change) {
    return new Decision(
        change.from(), Integer.parseInt(change.content()), change.why(), change.by(), change.on());
  }

  @Override
  public int number(Setting setting, LocalDate day) {
    return decided(setting, day).orElse(setting.usual());
  }

  @Override
  public NavigableMap<LocalDate, Integer> numbers(Setting setting) {
    NavigableMap<LocalDate, Integer> numbers = new TreeMap<>();
    book.choices(setting.id()).forEach((day, said) -> numbers.put(day, within(setting, said)));
    return numbers;
  }

  private Optional<Integer> decided(Setting setting, LocalDate day) {
    return book.chosen(setting.id(), day).map(said -> within(setting, said));
  }

  /** Bounds may have become narrower since it was decided. */
  private static int within(Setting setting, String said) {
    return Math.max(setting.least(), Math.min(setting.most(), Integer.parseInt(said)));
  }

  @Override
  public void decide(
      Viewer viewer, long version, LocalDate from, String why, Map<Setting, Integer> numbers) {
    numbers.keySet().stream()
        .filter(setting -> !keeps(viewer, setting))
        .forEach(setting -> access.require(viewer, House.WRITE));
    LocalDate day = Refusals.day("from", from);
    if (day.isBefore(viewer.today())) {
      throw Refusals.refused("from", "emergency.refused.past");
    }
    Map<String, String> contents = new LinkedHashMap<>();
    numbers.forEach(
        (setting, number) -> {
          if (!checked(setting, number).equals(decided(setting, day).orElse(null))) {
            contents.put(BEGINS + setting.id(), Integer.toString(number));
          }
        });
    if (contents.isEmpty()) {
      throw Refusals.refused(numbers.keySet().iterator().next().field(), "refused.settings-same");
    }
    book.change(viewer, SettingsBook.READING, version, day, why, contents);
  }

  private static Integer checked(Setting setting, Integer number) {
    if (number == null || number < setting.least() || number > setting.most()) {
      throw Refusals.refused(
          setting.field(), "setting.refused.range", setting.least(), setting.most());
    }
    return number;
  }
}
