package org.opora.registry.importing.application;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.opora.access.AccessHouse;
import org.opora.access.AccessModule;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.people.People;
import org.opora.api.safety.Safety;
import org.opora.api.search.SearchIndex;
import org.opora.duties.DutiesModule;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.RegistrySchema;
import org.opora.registry.care.application.VisitBook;
import org.opora.registry.care.application.VisitLock;
import org.opora.registry.care.application.VisitVersions;
import org.opora.registry.files.application.AgreementsDesk;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.files.application.BroughtHandovers;
import org.opora.registry.files.application.CareFactsReader;
import org.opora.registry.files.application.CaseFilesDesk;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.FamilyArrivals;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.files.application.HandoverWords;
import org.opora.registry.files.application.HandoverWriter;
import org.opora.registry.files.application.JoinedPeople;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.files.application.OneAgreement;
import org.opora.registry.files.application.PlacementsDesk;
import org.opora.registry.files.application.TakeOver;
import org.opora.registry.files.contributions.FileLists;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.importing.domain.Finding;
import org.opora.registry.importing.domain.ImportFinding;
import org.opora.registry.importing.domain.ImportRun;
import org.opora.registry.importing.domain.Packed;
import org.opora.registry.importing.persistence.ImportStore;
import org.opora.registry.inbox.application.InboxDesk;
import org.opora.registry.ledgers.application.BalanceLedger;
import org.opora.registry.ledgers.application.LedgerTools;
import org.opora.registry.people.application.Duplicates;
import org.opora.registry.people.application.PeopleRegister;
import org.opora.registry.people.application.PersonArrivals;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.SamePerson;
import org.opora.registry.plans.application.PlanReminders;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.post.application.PostNews;
import org.opora.registry.register.CzechDuties;
import org.opora.registry.register.Laws;
import org.opora.registry.safety.application.SafetyDesk;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.StaffRegister;
import org.opora.registry.story.application.EvidenceBook;
import org.opora.registry.story.application.SearchBook;
import org.opora.registry.story.application.StaffTimeBook;
import org.opora.registry.story.application.TimelineBook;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskHandover;
import org.opora.registry.tasks.application.TaskLines;
import org.opora.registry.tasks.application.TaskNews;
import org.opora.registry.tasks.application.TaskPushes;
import org.opora.registry.views.application.AskingAgain;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.House;

/** Imports put together by hand on a real database, as the container puts them together. */
public final class ImportBench implements AutoCloseable {
  private static final Pattern JOURNALS =
      Pattern.compile(
          "^(SYS|PG_|INFORMATION)|FLYWAY|HISTORY|IMPORT_|AUDIT_|COLUMN_MAPPING|DATA_KEY");
  public final House house;
  public final AccessHouse access;
  public final ImportViews views;
  public final OpeningBalances balances;
  public final SamePerson same;
  public final Questions tx;
  final People people;
  public final CaseFiles files;
  final Agreements agreements;
  final EndingsDesk endings;
  final Placements placements;
  final Visits visits;
  final Evidence evidence;
  final Safety safety;
  final PersonRecord record;
  final StaffRegister staff;
  final BroughtHandovers handovers;
  final Planner planner;
  final Applying applying;
  public final Imports imports;
  final BalanceLedger ledger;
  final DueLines due;
  final ImportWorker worker;
  public final Viewer director;

  public ImportBench(TestDatabase.Product product) {
    house = House.on(product, new RegistrySchema());
    access = house.accessHouse();
    tx = new Questions(house.transactions(Refusals.BUNDLE));
    BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    staff = new StaffRegister(tx, access.access(), access.audit(), access.accounts());
    people =
        new PeopleRegister(
            tx,
            access.access(),
            access.audit(),
            access.relations(),
            access.aliases(),
            house.keys());
    TimelineBook timeline = new TimelineBook(tx, access.access(), staff);
    SearchIndex search = new SearchBook(tx, access.access());
    evidence = new EvidenceBook(tx, access.access(), access.aliases());
    // What former records bring is asked for nothing, whatever the law says of new agreements.
    LawBook law = new LawBook(List.of(new CzechLaw()));
    FileStory story = new FileStory(timeline, search, texts);
    InboxDesk inbox = new InboxDesk(tx);
    TaskPushes pushes =
        new TaskPushes(
            tx, access.colleagues(), new TaskNews(tx, access.aliases(), timeline, inbox, texts));
    FileChange change =
        new FileChange(
            tx,
            access.access(),
            access.audit(),
            access.relations(),
            access.walls(),
            inbox,
            texts,
            new AskingAgain(pushes, new SettingsBook(tx, access.audit(), staff), texts),
            new PlanReminders(pushes, texts));
    OneAgreement one = new OneAgreement(access.aliases(), law);
    files =
        new CaseFilesDesk(
            tx,
            access.access(),
            access.aliases(),
            change,
            story,
            one,
            law,
            new ChoiceBook(tx, texts).with(new FileLists(tx)));
    AgreementsDesk agreed =
        new AgreementsDesk(tx, access.access(), change, story, one, new TakeOver(law));
    agreements = agreed;
    endings =
        new EndingsDesk(
            tx,
            access.access(),
            change,
            story,
            law,
            house.keys(),
            one,
            new TakeOver(law),
            new FollowUpTasks(
                new TaskPushes(
                    tx,
                    access.colleagues(),
                    new TaskNews(tx, access.aliases(), timeline, new InboxDesk(tx), texts)),
                new BundleTexts(CzechLaw.class, "org.opora.law-czech"),
                new GrantBook(List.of())),
            Laws.contact(List.of(), List.of()));
    placements = new PlacementsDesk(tx, access.access(), access.aliases(), change, story);
    visits =
        new VisitBook(
            tx,
            access.access(),
            access.audit(),
            timeline,
            evidence,
            new StaffTimeBook(tx),
            staff,
            texts,
            house.keys(),
            new VisitLock(new SettingsBook(tx, access.audit(), staff)),
            new VisitVersions(tx, access.access(), staff, house.keys()));
    safety =
        new SafetyDesk(tx, access.access(), access.audit(), access.aliases(), staff, house.keys());
    record =
        new PersonRecord(
            tx, access.access(), access.audit(), access.aliases(), people, house.keys());
    Arrivals arrivals =
        new Arrivals(
            tx,
            access.access(),
            access.audit(),
            access.relations(),
            access.aliases(),
            change,
            story,
            one,
            agreed,
            new RegistrySchema());
    Duplicates duplicates = new Duplicates(tx, access.access(), house.keys());
    Register register = new Register(people, files, agreements, placements, staff, house.keys());
    planner = new Planner(register, duplicates);
    ledger =
        new BalanceLedger(
            new LedgerTools(
                tx, access.access(), change, timeline, evidence, staff, texts, house.keys()));
    due =
        new DueLines(
            new CzechDuties(
                    access,
                    new CareFactsReader(tx, access.access()),
                    evidence,
                    new SettingsBook(tx, access.audit(), staff),
                    Set.of())
                .service);
    FamilyArrivals families = new FamilyArrivals(access.relations(), access.audit(), texts);
    TaskNews news = new TaskNews(tx, access.aliases(), timeline, inbox, texts);
    handovers =
        new BroughtHandovers(
            tx,
            files,
            new HandoverWords(
                agreements,
                safety,
                new TaskDesk(
                    tx,
                    access.access(),
                    access.audit(),
                    access.colleagues(),
                    house.keys(),
                    news,
                    new TaskLines(tx, access.access(), people, staff, house.keys())),
                new DueLines(),
                texts),
            new HandoverWriter(
                change,
                story,
                new TaskHandover(tx, access.access(), access.audit(), access.colleagues()),
                new PostHandover(
                    tx,
                    access.audit(),
                    new PostNews(timeline, new TaskPushes(tx, access.colleagues(), news), texts)),
                access.colleagues(),
                staff,
                house.keys(),
                inbox,
                texts),
            inbox,
            texts);
    applying =
        new Applying(
            tx,
            house.keys(),
            planner,
            new NewFamilyWriter(new PersonArrivals(house.keys()), families, house.keys()),
            new ChangedFamilyWriter(
                people, files, agreements, arrivals, placements, handovers, house.keys()),
            new Undoer(
                people,
                files,
                agreements,
                placements,
                arrivals,
                handovers,
                register,
                house.keys(),
                ledger),
            access.audit());
    worker = new ImportWorker(tx, house.keys(), planner, applying, house.clock());
    imports = new Imports(tx, house.keys(), access.access(), access.audit(), worker, applying);
    views = new ImportViews(tx, house.keys(), access.access(), people);
    balances = new OpeningBalances(tx, house.keys(), access.access(), files, change, ledger, due);
    same =
        new SamePerson(
            tx,
            access.access(),
            access.audit(),
            access.aliases(),
            new JoinedPeople(access.aliases(), access.relations(), one, change),
            house.keys());
    director = director();
    staff.enter(director.staff(), "Mgr. Jana Ředitelová");
  }

  /** Somebody who leads the house. */
  Viewer director() {
    return house.viewer(
        "director", new CaseRegistryModule(), new AccessModule(), new DutiesModule());
  }

  /** Reads a file and waits for the preview. */
  UUID read(byte[] content) {
    return done(imports.read(director, "evidence.csv", content));
  }

  /** Reads, writes, and waits for the end. */
  ImportRun bring(byte[] content) {
    UUID run = read(content);
    done(imports.apply(director, run));
    return run(run);
  }

  public static UUID done(Imports.Started started) {
    try {
      started.work().get(10, TimeUnit.MINUTES);
    } catch (ExecutionException | CompletionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
    return started.run();
  }

  /** Processor time of the thread that does the work, in nanoseconds. */
  static long processor(ImportWorker worker) {
    AtomicLong time = new AtomicLong();
    try {
      worker
          .after(() -> time.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    return time.get();
  }

  ImportRun run(UUID run) {
    return tx.read(em -> em.find(ImportRun.class, run));
  }

  /** A finding as it is kept. */
  record Kept(ImportFinding row, String column, String value) {
    String line() {
      return row.row() + " " + row.code() + " " + value;
    }
  }

  List<Kept> findings(UUID run) {
    Drawer drawer = new Drawer(house.keys(), run);
    List<Kept> kept = new ArrayList<>();
    for (ImportFinding row :
        tx.read(em -> new ImportStore(em).findings(run, false, null, 100_000))) {
      List<String> parts = drawer.content(row.id(), row.content());
      kept.add(new Kept(row, parts.get(0), parts.get(1)));
    }
    return kept;
  }

  List<String> lines(UUID run, String code) {
    return findings(run).stream()
        .filter(one -> one.row().code().equals(code))
        .map(Kept::line)
        .toList();
  }

  static List<Object> arguments(List<String> parts) {
    return Packed.argumentsOf(parts.subList(2, parts.size()));
  }

  /** Rows of every table of the register, except the journal of imports. */
  public Map<String, Long> rows() {
    return rows(false);
  }

  private Map<String, Long> rows(boolean journals) {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = house.database().foundation().database().pool().getConnection();
        ResultSet tables =
            connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
      List<String> names = new ArrayList<>();
      while (tables.next()) {
        String schema = tables.getString(2);
        String name = tables.getString(3).toUpperCase(Locale.ROOT);
        boolean journal =
            !journals && name.startsWith("IMPORT_")
                || name.contains("FLYWAY")
                || name.contains("SCHEMA_HISTORY");
        if ("CASE_REGISTRY".equalsIgnoreCase(schema) && !journal) {
          names.add(name);
        }
      }
      for (String name : names) {
        try (Statement statement = connection.createStatement();
            ResultSet count =
                statement.executeQuery("SELECT COUNT(*) FROM CASE_REGISTRY." + name)) {
          count.next();
          rows.put(name, count.getLong(1));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  /**
   * What every table of the house holds, row by row, except the journals of imports, the audit
   * trail, and the keys that hang on people who are gone and open nothing any more. Versions only
   * ever grow, and what is sealed looks different each time; both are left out.
   */
  Map<String, List<String>> contents() {
    Map<String, List<String>> contents = new TreeMap<>();
    try (Connection connection = house.database().foundation().database().pool().getConnection();
        ResultSet tables =
            connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
      while (tables.next()) {
        String table = (tables.getString(2) + "." + tables.getString(3)).toUpperCase(Locale.ROOT);
        if (!JOURNALS.matcher(table).find()) {
          contents.put(table, lines(connection, table));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return contents;
  }

  private static List<String> lines(Connection connection, String table) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          int type = columns.getColumnType(i);
          boolean uuid = columns.getPrecision(i) == 16 && type == Types.BINARY;
          boolean sealed = type == Types.BLOB || type == Types.VARBINARY || type == Types.BINARY;
          if ((uuid || !sealed) && !unimportant(table, columns.getColumnName(i))) {
            line.append(columns.getColumnName(i)).append('=').append(rows.getString(i)).append(' ');
          }
        }
        lines.add(line.toString());
      }
    }
    lines.sort(null);
    return lines;
  }

  /** What follows from other rows is written anew when they change, under a key of its own. */
  private static boolean unimportant(String table, String column) {
    return column.equalsIgnoreCase("VERSION")
        || column.equalsIgnoreCase("ID")
            && Set.of("ACCESS.RELATION", "CASE_REGISTRY.EVIDENCE", "CASE_REGISTRY.TIMELINE")
                .contains(table);
  }

  /** An empty register again, with its director. */
  void empty() {
    List<String> left = new ArrayList<>(rows(true).keySet());
    left.removeIf(name -> name.equals("NUMBER_SERIES"));
    try (Connection connection = house.database().foundation().database().pool().getConnection()) {
      while (!left.isEmpty()) {
        // Tables that others still point at come in a later round.
        int before = left.size();
        left.removeIf(name -> emptied(connection, name));
        if (left.size() == before) {
          throw new AssertionError("These tables cannot be emptied: " + left);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    staff.enter(director.staff(), "Mgr. Jana Ředitelová");
  }

  private static boolean emptied(Connection connection, String name) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM CASE_REGISTRY." + name);
      return true;
    } catch (SQLException pointedAt) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      worker.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    house.close();
  }

  static boolean doubt(Kept kept) {
    return kept.row().severity() == Finding.Severity.DOUBT;
  }
}
