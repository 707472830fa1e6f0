package org.opora.benchmark.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.opora.benchmark.store.Dialect;

/** Fills the register of a stopped product with as many people as are wanted. */
public final class Filling {
  /** What every training was about. */
  public static final String TOPIC = LedgerTables.TOPIC;

  /** What every request was for. */
  public static final String WISH = LedgerTables.WISH;

  /** How every part of a report ends. */
  public static final String CONCLUSION = ReportTables.CONCLUSION;

  private static final int FAMILIES_OF_A_WORKER = 20;

  private final Connection connection;
  private final Dialect dialect;
  private final UUID director;
  private final LocalDate today;
  private int people;
  private int files;
  private int childFiles;
  private long facts;

  public Filling(Connection connection, Dialect dialect, UUID director) {
    this.connection = connection;
    this.dialect = dialect;
    this.director = director;
    this.today = LocalDate.now();
  }

  /** Who signs in, before they have families. */
  public record Account(UUID staff, String signInName) {}

  /**
   * The first families are those of the accounts, twenty for each; all others belong to colleagues
   * who never sign in.
   *
   * @param people at least so many
   * @param story whether everything that happened is written, or only what a search shows; the
   *     families of the accounts are always whole
   */
  public List<Worker> fill(int people, boolean story, List<Account> accounts) throws SQLException {
    int days = story ? FamilyMaker.HALF_A_YEAR : 0;
    return fill(() -> this.people >= people, days, null, accounts);
  }

  /**
   * A centre in which not only visits were written down all the years, but everything that duties
   * are counted from.
   *
   * @param agreements so many, or as many as the accounts have
   * @param master the master key of the stopped product
   */
  public List<Worker> fillWhole(int agreements, int days, byte[] master, List<Account> accounts)
      throws SQLException {
    return fill(() -> files >= agreements, days, master, accounts);
  }

  private List<Worker> fill(BooleanSupplier enough, int days, byte[] master, List<Account> accounts)
      throws SQLException {
    connection.setAutoCommit(false);
    boolean story = days > 0;
    FamilyMaker maker = new FamilyMaker(today, days);
    Map<UUID, List<Worker.Own>> families = new HashMap<>();
    accounts.forEach(account -> families.put(account.staff(), new ArrayList<>()));
    Map<Integer, Integer> turns = new HashMap<>();
    int ofAccounts = accounts.size() * FAMILIES_OF_A_WORKER;
    UUID colleague = null;
    try (Rows rows = new Rows(connection, dialect)) {
      Tables tables = new Tables(rows, director, today);
      Story whole = master == null ? Story.OF_VISITS : story(rows, tables, master);
      for (int number = 0; number < ofAccounts || !enough.getAsBoolean(); number++) {
        Family family = maker.make(number);
        if (number < ofAccounts) {
          UUID worker = accounts.get(number / FAMILIES_OF_A_WORKER).staff();
          tables.add(family, worker);
          whole.add(number, family, worker);
          families.get(worker).add(own(family));
        } else if (story) {
          if (number % FAMILIES_OF_A_WORKER == 0) {
            colleague = colleague(number);
          }
          tables.add(family, colleague);
          whole.add(number, family, colleague);
        } else {
          tables.addToBeFound(family);
        }
        turns.put(family.since().getYear(), family.turn());
        people += family.everybody().size();
        files++;
        childFiles += family.children().size();
        rows.writeMany();
      }
      rows.write();
      facts = tables.proofs().facts();
    }
    series(turns);
    connection.commit();
    return accounts.stream()
        .map(
            account ->
                new Worker(account.staff(), account.signInName(), families.get(account.staff())))
        .toList();
  }

  /** What is written of a family besides its visits. */
  @FunctionalInterface
  private interface Story {
    /** Nothing. */
    Story OF_VISITS = (number, family, worker) -> {};

    void add(int number, Family family, UUID worker) throws SQLException;
  }

  private Story story(Rows rows, Tables tables, byte[] master) throws SQLException {
    CourseMaker maker = new CourseMaker(today);
    Seals seals = new Seals(rows, master);
    LedgerTables ledgers = new LedgerTables(rows, tables.proofs(), seals);
    ReportTables reports = new ReportTables(rows, tables.proofs(), seals, director);
    return (number, family, worker) -> {
      Course course = maker.make(number, family);
      ledgers.add(family, course, worker);
      reports.add(family, course, worker);
    };
  }

  /** How much there is now, in words. */
  public String written() {
    return String.format(
        "%d people in %d files, with %d files of children and %d facts",
        people, files, childFiles, facts);
  }

  private static Worker.Own own(Family family) {
    return new Worker.Own(
        family.file(),
        family.number(),
        family.everybody().stream()
            .map(one -> new Worker.Found(one.person(), one.given(), one.family()))
            .toList(),
        family.children().stream()
            .map(child -> new Worker.Charge(child.who().person(), child.childFile()))
            .toList());
  }

  private UUID colleague(int number) throws SQLException {
    UUID staff = UUID.randomUUID();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO CASE_REGISTRY.STAFF_MEMBER (ID, VERSION, FULL_NAME) VALUES (?, 1, ?)")) {
      dialect.set(insert, 1, staff);
      insert.setString(2, "Bc. Kolegyně " + number / FAMILIES_OF_A_WORKER);
      insert.executeUpdate();
    }
    return staff;
  }

  /** The next file that somebody opens goes on after ours. */
  private void series(Map<Integer, Integer> turns) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO CASE_REGISTRY.NUMBER_SERIES (SERIES, TURN) VALUES (?, ?)")) {
      for (Map.Entry<Integer, Integer> year : turns.entrySet()) {
        insert.setString(1, "case-file-" + year.getKey());
        insert.setLong(2, year.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
