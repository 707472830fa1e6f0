package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.registry.exports.application.ExportDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How many rows of a list one person may take along within a day. More of them is less care: it
 * holds from the next day at the earliest, and those who would have been asked are told at once, so
 * that nobody lifts the rule for an hour and takes everything.
 */
@Component(service = ExportLimit.class)
public final class ExportLimit {
  /** Where it is decided. */
  public static final String PATH = "/house/settings/exports";

  private static final String SETTING = SettingsBook.READING + "." + ExportDesk.ALONE;
  private final Transactions tx;
  private final Access access;
  private final SecondFactor factor;
  private final Colleagues colleagues;
  private final Inbox inbox;
  private final Messages messages;
  private final SettingsBook book;

  @Activate
  public ExportLimit(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference SecondFactor factor,
      @Reference Colleagues colleagues,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference SettingsBook book) {
    this.tx = tx;
    this.access = access;
    this.factor = factor;
    this.colleagues = colleagues;
    this.inbox = inbox;
    this.messages = messages;
    this.book = book;
  }

  /**
   * @param version for the form
   * @param rows that hold today
   * @param decided whether the centre has decided them
   * @param history the decision made last first
   */
  public record View(long version, int rows, boolean decided, List<SettingsBook.Change> history) {}

  public View view(Viewer viewer) {
    access.require(viewer, House.READ);
    return new View(
        book.version(SettingsBook.READING),
        holding(viewer.today()),
        decided(viewer.today()) != null,
        book.history(SettingsBook.READING).stream()
            .filter(one -> one.setting().equals(SETTING))
            .toList());
  }

  private Integer decided(LocalDate day) {
    return book.chosen(ExportDesk.ALONE, day).map(Integer::valueOf).orElse(null);
  }

  private int holding(LocalDate day) {
    Integer decided = decided(day);
    return decided == null ? LargeExports.USUAL : decided;
  }

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public void choose(Viewer viewer, long version, Integer rows, LocalDate from, String why) {
    access.require(viewer, House.WRITE);
    factor.requireFresh(viewer);
    LocalDate day = Refusals.day("from", from);
    if (day.isBefore(viewer.today())) {
      throw Refusals.refused("from", "emergency.refused.past");
    }
    if (rows == null || rows < ExportDesk.LEAST || rows > ExportDesk.MOST) {
      throw Refusals.refused("rows", "export.refused.rows", ExportDesk.LEAST, ExportDesk.MOST);
    }
    if (rows.equals(decided(day))) {
      throw Refusals.refused("rows", "refused.settings-same");
    }
    boolean more = rows > holding(viewer.today()) || rows > holding(day);
    if (more && !day.isAfter(viewer.today())) {
      throw Refusals.refused("from", "export.refused.more-today");
    }
    tx.run(
        em -> {
          book.change(
              viewer,
              SettingsBook.READING,
              version,
              day,
              why,
              Map.of(SETTING, Integer.toString(rows)));
          if (more) {
            Set<StaffId> told =
                new HashSet<>(colleagues.overseeing(LargeExports.CONFIRM, List.of()));
            told.remove(viewer.staff());
            told.forEach(one -> inbox.tell(one, messages.title("inbox.export-limit"), PATH));
          }
        });
  }
}
