package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.CentreSettings;
import org.opora.api.house.spi.Setting;
import org.opora.registry.shared.application.Refusals;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whole numbers that the centre decides from a day on, with a reason. What runs already stays as it
 * was. They are kept among the readings of the law, as they always were.
 */
@Component(service = {Settings.class, SettingsDesk.class})
public final class SettingsDesk implements Settings {
  private static final String BEGINS = SettingsBook.READING + ".";
  private static final Logger LOG = LoggerFactory.getLogger(SettingsDesk.class);
  private final Access access;
  private final SettingsBook book;
  private final Map<Object, Offer> offers = new ConcurrentHashMap<>();

  @Activate
  public SettingsDesk(@Reference Access access, @Reference SettingsBook book) {
    this(access, book, Map.of());
  }

  /**
   * With the numbers of these bundles.
   *
   * @param brought by symbolic name
   */
  public SettingsDesk(Access access, SettingsBook book, Map<String, CentreSettings> brought) {
    this.access = access;
    this.book = book;
    brought.forEach((origin, numbers) -> offers.put(origin, new Offer(origin, numbers)));
  }

  /**
   * @param origin symbolic name of the bundle
   */
  private record Offer(String origin, CentreSettings numbers) {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindNumbers(CentreSettings numbers, ServiceReference<CentreSettings> reference) {
    offers.put(reference, new Offer(reference.getBundle().getSymbolicName(), numbers));
  }

  void unbindNumbers(ServiceReference<CentreSettings> reference) {
    offers.remove(reference);
  }

  /** All that installed bundles bring. */
  public List<View> all(Viewer viewer) {
    access.require(viewer, House.READ);
    List<SettingsBook.Change> changes = book.history(SettingsBook.READING);
    return brought().values().stream().map(setting -> view(viewer, setting, changes)).toList();
  }

  /** By id. Of two bundles that bring the same one that of the first name holds. */
  private SortedMap<String, Setting> brought() {
    SortedMap<String, Setting> all = new TreeMap<>();
    offers.values().stream()
        .sorted(Comparator.comparing(Offer::origin))
        .forEach(
            offer -> {
              for (Setting setting : numbers(offer)) {
                if (all.putIfAbsent(setting.id(), setting) != null) {
                  LOG.warn(
                      "{} of {} is there already and is left out", setting.id(), offer.origin());
                }
              }
            });
    return all;
  }

  /** One bundle must never take the page of the others with it. */
  private static List<Setting> numbers(Offer offer) {
    try {
      return List.copyOf(offer.numbers().settings());
    } catch (RuntimeException broken) {
      LOG.warn("The numbers of {} are left out", offer.origin(), broken);
      return List.of();
    }
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
            .map(change -> decision(setting, change))
            .toList());
  }

  private static Decision decision(Setting setting, SettingsBook.Change change) {
    return new Decision(
        change.from(), within(setting, change.content()), change.why(), change.by(), change.on());
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

  /** Bounds may have become narrower since it was decided: what is shown is what holds. */
  private static int within(Setting setting, String said) {
    return Math.max(setting.least(), Math.min(setting.most(), Integer.parseInt(said)));
  }

  @Override
  public void decide(
      Viewer viewer, long version, LocalDate from, String why, Map<Setting, Integer> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("no number to decide");
    }
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
