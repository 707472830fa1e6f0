package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.RetentionLaw;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.text.Text;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How many years the centre keeps closed files, by its own plan. What the law pack proposes is the
 * least; a time that runs already is never made shorter.
 */
@Component(service = KeepingDesk.class)
public final class KeepingDesk {
  /** More than a life; a longer time is a slip of the finger. */
  public static final int MOST = 100;

  /** How many files a preview lists; all are counted. */
  private static final int LISTED = 10;

  private final Access access;
  private final SettingsBook book;
  private final LawBook law;
  private final ArchiveDesk archive;

  @Activate
  public KeepingDesk(
      @Reference Access access,
      @Reference SettingsBook book,
      @Reference LawBook law,
      @Reference ArchiveDesk archive) {
    this.access = access;
    this.book = book;
    this.law = law;
    this.archive = archive;
  }

  /**
   * A class of files.
   *
   * @param version for the form
   * @param least years by the law pack today; null when it says none
   * @param years that hold today; null when nobody says
   * @param decided whether the centre has decided them
   * @param history the decision made last first
   */
  public record View(
      String code,
      Text title,
      long version,
      Integer least,
      Integer years,
      boolean decided,
      List<SettingsBook.Change> history) {}

  /** Empty while no installed law pack says how long files are kept. */
  public List<View> all(Viewer viewer) {
    access.require(viewer, House.READ);
    long version = book.version(SettingsBook.READING);
    List<SettingsBook.Change> history = book.history(SettingsBook.READING);
    return law.retention().stream()
        .map(one -> view(one, viewer.today(), version, history))
        .toList();
  }

  private View view(
      RetentionLaw.Kept kept, LocalDate day, long version, List<SettingsBook.Change> history) {
    Integer least = law.leastYears(kept.code(), day).orElse(null);
    Integer decided = decided(kept.code(), day).orElse(null);
    boolean longer = decided != null && (least == null || decided >= least);
    return new View(
        kept.code(),
        kept.title(),
        version,
        least,
        longer ? decided : least,
        longer,
        history.stream().filter(one -> one.setting().equals(setting(kept.code()))).toList());
  }

  private Optional<Integer> decided(String code, LocalDate day) {
    NavigableMap<LocalDate, Integer> plan = law.plan(code);
    return Optional.ofNullable(plan.floorEntry(day)).map(Map.Entry::getValue);
  }

  private static String setting(String code) {
    return SettingsBook.READING + "." + LawBook.KEEPING + code;
  }

  /**
   * @throws NotFound when no installed law pack knows the class
   */
  public View one(Viewer viewer, String code) {
    return all(viewer).stream()
        .filter(view -> view.code().equals(code))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * What would change. Empty when the viewer decides, but does not lead the archive.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public Optional<ArchiveDesk.Moves> preview(
      Viewer viewer, String code, Integer years, LocalDate from) {
    check(viewer, code, years, from);
    try {
      return Optional.of(archive.moves(viewer, code, from, years, LISTED));
    } catch (NotAllowed unseen) {
      // Who may decide for the house need not be one who leads the archive.
      return Optional.empty();
    }
  }

  private void check(Viewer viewer, String code, Integer years, LocalDate from) {
    access.require(viewer, House.WRITE);
    one(viewer, code);
    LocalDate day = Refusals.day("from", from);
    if (years == null) {
      throw Refusals.refused("years", "refused.required");
    }
    int least =
        law.leastYears(code, day)
            .orElseThrow(() -> Refusals.refused("from", "keeping.refused.no-law", day));
    if (years < least) {
      throw Refusals.refused("years", "keeping.refused.least", least);
    }
    if (years > MOST) {
      throw Refusals.refused("years", "keeping.refused.most", MOST);
    }
    Optional<Integer> held = decided(code, day);
    if (held.filter(years::equals).isPresent()) {
      throw Refusals.refused("years", "refused.settings-same");
    }
    if (!day.isAfter(viewer.today()) && held.filter(one -> one > years).isPresent()) {
      throw Refusals.refused("from", "keeping.refused.shorter", held.get());
    }
  }

  public void choose(
      Viewer viewer, String code, long version, Integer years, LocalDate from, String why) {
    check(viewer, code, years, from);
    book.change(
        viewer,
        SettingsBook.READING,
        version,
        from,
        why,
        Map.of(setting(code), Integer.toString(years)));
  }
}
