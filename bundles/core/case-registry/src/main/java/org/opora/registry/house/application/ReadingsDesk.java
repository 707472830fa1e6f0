package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.house.spi.Reading;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Where sources of the law disagree: what the centre has decided. */
@Component(service = ReadingsDesk.class)
public final class ReadingsDesk {
  /** How many dates a preview lists; all are counted. */
  static final int LISTED = 10;

  private final Access access;
  private final SettingsBook book;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Reading> readings = List.of();

  @Activate
  public ReadingsDesk(@Reference Access access, @Reference SettingsBook book) {
    this.access = access;
    this.book = book;
  }

  /** With what these bundles ask. */
  public ReadingsDesk with(Reading... asked) {
    readings = List.of(asked);
    return this;
  }

  /**
   * A reading as it stands.
   *
   * @param version for the form
   * @param now the option in force today
   * @param decided whether the centre has decided it, or the default holds
   * @param history the decision made last first
   */
  public record View(
      Reading reading, long version, Reading.Option now, boolean decided, List<Decision> history) {}

  /**
   * @param option null when no bundle knows it any more
   */
  public record Decision(Reading.Option option, SettingsBook.Change change) {}

  public List<View> all(Viewer viewer) {
    access.require(viewer, House.READ);
    long version = book.version(SettingsBook.READING);
    Map<String, String> inForce = book.inForce(SettingsBook.READING, viewer.today());
    List<SettingsBook.Change> history = book.history(SettingsBook.READING);
    return readings.stream()
        .sorted(Comparator.comparing(Reading::id))
        .map(reading -> view(reading, version, inForce.get(setting(reading)), history))
        .toList();
  }

  /**
   * @throws NotFound when no installed bundle asks for it
   */
  public View one(Viewer viewer, String id) {
    return all(viewer).stream()
        .filter(view -> view.reading().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static View view(
      Reading reading, long version, String chosen, List<SettingsBook.Change> history) {
    Reading.Option now = option(reading, chosen);
    return new View(
        reading,
        version,
        now == null ? reading.options().get(0) : now,
        now != null,
        history.stream()
            .filter(change -> change.setting().equals(setting(reading)))
            .map(change -> new Decision(option(reading, change.content()), change))
            .toList());
  }

  private static Reading.Option option(Reading reading, String code) {
    return reading.options().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private static String setting(Reading reading) {
    return SettingsBook.READING + "." + reading.id();
  }

  /**
   * What would change; on the day itself, or today when the day has passed. Empty when the viewer
   * decides, but sees none of the families whom it would move.
   *
   * @throws org.opora.api.faults.Refused when the option is none, or is decided for that day
   *     already
   */
  public Optional<Reading.Effect> preview(Viewer viewer, String id, String option, LocalDate from) {
    Reading reading = check(viewer, id, option, from);
    LocalDate compared = from.isBefore(viewer.today()) ? viewer.today() : from;
    try {
      return Optional.of(reading.preview(viewer, option, from, compared, LISTED));
    } catch (NotAllowed unseen) {
      // Who may decide for the house need not be one who works with families.
      return Optional.empty();
    }
  }

  /** That the default holds is no decision: a centre may decide for it, too. */
  private Reading check(Viewer viewer, String id, String option, LocalDate from) {
    access.require(viewer, House.WRITE);
    Reading reading = one(viewer, id).reading();
    LocalDate day = Refusals.day("from", from);
    if (option(reading, option) == null) {
      throw Refusals.refused("option", "refused.required");
    }
    if (book.chosen(id, day).filter(option::equals).isPresent()) {
      throw Refusals.refused("option", "refused.settings-same");
    }
    return reading;
  }

  public void choose(
      Viewer viewer, String id, long version, String option, LocalDate from, String why) {
    Reading reading = check(viewer, id, option, from);
    book.change(viewer, SettingsBook.READING, version, from, why, Map.of(setting(reading), option));
  }
}
