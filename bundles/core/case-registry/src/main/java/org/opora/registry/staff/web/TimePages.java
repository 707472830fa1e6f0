package org.opora.registry.staff.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.staff.application.TimeSheets;

/** The time sheet of a member of staff for a month, on paper and as a file. */
final class TimePages {
  private final Staff staff;
  private final TimeSheets sheets;

  TimePages(Staff staff, TimeSheets sheets) {
    this.staff = staff;
    this.sheets = sheets;
  }

  Reply show(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    YearMonth month = month(request);
    TimeSheets.Sheet sheet = sheets.of(request.viewer(), who, month);
    request.shows(
        sheet.lines().stream()
            .filter(line -> line.file() != null)
            .map(line -> Subject.of(line.file()))
            .distinct()
            .toList());
    return new Model()
        .with("member", staff.member(request.viewer(), who))
        .with("sheet", sheet)
        .with("hours", Decimals.write(sheet.minutes(), 60, StaffRoomRoutes.comma(request)))
        .with("way", Decimals.write(sheet.travel(), 60, StaffRoomRoutes.comma(request)))
        .with("first", month.atDay(1))
        .with("last", month.atEndOfMonth())
        .with("month", month.toString())
        .with("before", sheets.anyBefore(request.viewer(), who, month) ? before(month) : null)
        .with("after", after(request, month))
        .page("time-sheet");
  }

  Reply export(Request request) {
    YearMonth month = month(request);
    TimeSheets.Sheet sheet = sheets.of(request.viewer(), StaffRoomRoutes.staff(request), month);
    return Reply.export(
        request,
        Sheet.of("time-sheet", "time.title", sheet.lines())
            .date("time.day", TimeSheets.Line::day)
            .text("time.what", line -> line.what().in(request.locale()))
            .text("time.family", TimeSheets.Line::familyName)
            .text("time.number", TimeSheets.Line::number)
            .number("time.minutes", TimeSheets.Line::minutes)
            .number("time.travel", TimeSheets.Line::travel)
            .number("time.km", TimeSheets.Line::kilometres)
            .about(line -> line.file() == null ? List.of() : List.of(Subject.of(line.file())))
            .on(month.atEndOfMonth()));
  }

  /** Everybody, for whoever leads the staff. */
  Reply all(Request request) {
    YearMonth month = month(request);
    boolean comma = StaffRoomRoutes.comma(request);
    return new Model()
        .with(
            "sums",
            sheets.all(request.viewer(), month).stream()
                .map(
                    sum ->
                        new Row(
                            sum,
                            Decimals.write((int) sum.minutes(), 60, comma),
                            Decimals.write((int) sum.travel(), 60, comma)))
                .toList())
        .with("first", month.atDay(1))
        .with("last", month.atEndOfMonth())
        .with("month", month.toString())
        .with("before", sheets.anyBefore(request.viewer(), null, month) ? before(month) : null)
        .with("after", after(request, month))
        .page("time-sheets");
  }

  Reply exportAll(Request request) {
    YearMonth month = month(request);
    return Reply.export(
        request,
        Sheet.of("time-sheets", "time.all", sheets.all(request.viewer(), month))
            .text("person.name", TimeSheets.Sum::name)
            .number("time.visits", TimeSheets.Sum::visits)
            .number("time.notes", TimeSheets.Sum::notes)
            .number("time.others", TimeSheets.Sum::others)
            .number("time.minutes", TimeSheets.Sum::minutes)
            .number("time.travel", TimeSheets.Sum::travel)
            .number("time.km", TimeSheets.Sum::kilometres)
            .number("time.without", TimeSheets.Sum::untimed)
            .on(month.atEndOfMonth()));
  }

  /**
   * @param hours with families, in the reader's words
   * @param way hours on the way
   */
  public record Row(TimeSheets.Sum sum, String hours, String way) {}

  private static String before(YearMonth month) {
    return month.minusMonths(1).toString();
  }

  /** Nobody has worked in a month that is still to come. */
  private static String after(Request request, YearMonth month) {
    return month.isBefore(YearMonth.from(request.viewer().today()))
        ? month.plusMonths(1).toString()
        : null;
  }

  private static YearMonth month(Request request) {
    YearMonth now = YearMonth.from(request.viewer().today());
    try {
      return request.query("month").map(YearMonth::parse).orElse(now);
    } catch (DateTimeException notOurs) {
      return now;
    }
  }
}
