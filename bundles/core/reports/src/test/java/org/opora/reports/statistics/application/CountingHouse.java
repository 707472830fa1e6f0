package org.opora.reports.statistics.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.evidence.NewFact;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Messages;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.register.CountRooms;
import org.opora.registry.register.PaperTray;
import org.opora.registry.register.Register;
import org.opora.registry.shared.web.PageHouse;
import org.opora.reports.ReportsModule;
import org.opora.reports.counts.application.CountDesk;
import org.opora.reports.counts.application.CountsLaw;
import org.opora.reports.counts.application.Keeper;
import org.opora.reports.counts.persistence.ReportsSchema;

/** A centre whose figures are counted: the real register beneath, on a real database. */
public final class CountingHouse implements AutoCloseable {
  public static final LocalDate TODAY = Register.TODAY;
  public static final Period YEAR = Period.year(2026);
  private static final String ORIGIN = "supervised-contacts";

  public final Register register;
  public final CountRooms rooms;
  public final StatisticBook book;
  public final Transactions tx;
  public final Keeper keeper;
  public final CountDesk desk;
  public final PaperTray papers = new PaperTray();
  public final PageHouse pages =
      PageHouse.of(TODAY, ReportsModule.ID, ReportsModule.class, ReportsModule.ORIGIN);
  public final Viewer director;

  public CountingHouse(TestDatabase.Product product) {
    register = new Register(product, new ReportsSchema());
    tx = register.house.transactions(ReportsModule.ID);
    CzechLaw law = new CzechLaw();
    rooms = CountRooms.czech(register, law);
    book = new StatisticBook(register.house.access()).with(rooms.all());
    keeper = new Keeper(tx, messages(), clock());
    desk = deskWith(book);
    director = viewer("director");
  }

  public CountDesk deskWith(StatisticBook other) {
    return new CountDesk(
        tx,
        register.house.access(),
        register.house.audit(),
        register.staff,
        register.evidence,
        new CountsLaw().with(new CzechLaw()),
        other,
        keeper);
  }

  public Messages messages() {
    return pages;
  }

  public Clock clock() {
    return register.house.clock();
  }

  public Viewer viewer(String role) {
    return register.viewer(role, new ReportsModule());
  }

  /** A record of a module that proves these. */
  public UUID proves(NewFact... facts) {
    UUID source = UUID.randomUUID();
    register.evidence.record(ORIGIN, source, Arrays.asList(facts));
    return source;
  }

  /** Somebody who may raise walls raises one before this colleague. */
  public void wall(Viewer colleague, Subject subject) {
    register
        .house
        .walls()
        .raise(director, colleague.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
  }

  public Stream<Figure> figures(Statistic statistic, Period period) {
    return statistic.count(period).stream().flatMap(table -> table.figures());
  }

  /** The amount of one figure. */
  public long count(Statistic statistic, Period period, String code) {
    return figures(statistic, period)
        .filter(figure -> figure.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(code))
        .amount();
  }

  /** The whole list behind a figure, as this viewer sees it, in pages of two. */
  public List<FigureList.Line> list(
      Viewer viewer, Statistic statistic, Period period, String code) {
    List<FigureList.Line> all = new ArrayList<>();
    pages(viewer, statistic, period, code, page -> all.addAll(page.lines()));
    return all;
  }

  /** How many lines of the list are not shown. */
  public int closed(Viewer viewer, Statistic statistic, Period period, String code) {
    return book.list(viewer, statistic.id(), period, code, null, 2).closed();
  }

  private void pages(
      Viewer viewer, Statistic statistic, Period period, String code, Consumer<FigureList> each) {
    String after = null;
    do {
      FigureList page = book.list(viewer, statistic.id(), period, code, after, 2);
      each.accept(page);
      after = page.next();
    } while (after != null);
  }

  /** Figures by code, those that are not zero. */
  public Map<String, Long> some(Statistic statistic, Period period) {
    Map<String, Long> some = new TreeMap<>();
    figures(statistic, period)
        .filter(figure -> figure.amount() != 0)
        .forEach(figure -> some.put(figure.code(), figure.amount()));
    return some;
  }

  @Override
  public void close() {
    try {
      keeper.stop();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      register.close();
    }
  }
}
