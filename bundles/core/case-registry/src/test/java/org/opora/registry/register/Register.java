package org.opora.registry.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opora.access.AccessHouse;
import org.opora.access.AccessModule;
import org.opora.api.access.Accounts;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.CaseFiles.NewFile;
import org.opora.api.files.Placements;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.module.spi.Module;
import org.opora.api.overrides.Overrides;
import org.opora.api.paging.Page;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.persistence.Transactions;
import org.opora.api.persistence.spi.Schema;
import org.opora.api.safety.Safety;
import org.opora.api.search.SearchIndex;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.RegistrySchema;
import org.opora.registry.complaints.application.ComplaintDesk;
import org.opora.registry.complaints.application.ComplaintTerms;
import org.opora.registry.emergency.contributions.EmergencyLists;
import org.opora.registry.files.application.AgreementsDesk;
import org.opora.registry.files.application.AmendmentsDesk;
import org.opora.registry.files.application.Arrivals;
import org.opora.registry.files.application.CareFactsReader;
import org.opora.registry.files.application.CaseFilesDesk;
import org.opora.registry.files.application.EndingsDesk;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.files.application.JoinedPeople;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.files.application.OneAgreement;
import org.opora.registry.files.application.OverviewDesk;
import org.opora.registry.files.application.OwnData;
import org.opora.registry.files.application.PlacementsDesk;
import org.opora.registry.files.application.ProposalsDesk;
import org.opora.registry.files.application.TakeOver;
import org.opora.registry.files.contributions.FileLists;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.house.application.ChoiceBook;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.contributions.FixedLists;
import org.opora.registry.inbox.application.InboxDesk;
import org.opora.registry.inspections.application.InspectionDesk;
import org.opora.registry.inspections.application.InspectionNews;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.intake.contributions.IntakeLists;
import org.opora.registry.kin.application.HouseholdDesk;
import org.opora.registry.kin.application.KinData;
import org.opora.registry.kin.application.KinDesk;
import org.opora.registry.kin.application.PictureDesk;
import org.opora.registry.overrides.application.OverrideBook;
import org.opora.registry.overrides.application.OverrideDesk;
import org.opora.registry.people.application.Duplicates;
import org.opora.registry.people.application.EntryPairs;
import org.opora.registry.people.application.KnownPeople;
import org.opora.registry.people.application.PeopleRegister;
import org.opora.registry.people.application.PersonRecord;
import org.opora.registry.people.application.SamePerson;
import org.opora.registry.plans.application.PlanReminders;
import org.opora.registry.post.application.PostDesk;
import org.opora.registry.post.application.PostNews;
import org.opora.registry.safety.application.SafetyDesk;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.staff.application.StaffRegister;
import org.opora.registry.story.application.EvidenceBook;
import org.opora.registry.story.application.SearchBook;
import org.opora.registry.story.application.StaffTimeBook;
import org.opora.registry.story.application.TimelineBook;
import org.opora.registry.tasks.application.TaskDesk;
import org.opora.registry.tasks.application.TaskLines;
import org.opora.registry.tasks.application.TaskNews;
import org.opora.registry.tasks.application.TaskPushes;
import org.opora.registry.trail.Parts;
import org.opora.registry.trail.application.ActWords;
import org.opora.registry.views.application.AskingAgain;
import org.opora.registry.walls.contributions.WallLists;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.House;

/**
 * The register put together by hand on a real database with real access: what the container does
 * with components. The tests of modules stand on it, too.
 */
public final class Register implements AutoCloseable {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  public final House house;
  public final AccessHouse access;
  public final Transactions tx;
  public final Staff staff;
  public final People people;
  public final PersonRecord record;
  public final SamePerson same;
  public final Duplicates duplicates;
  public final CaseFiles files;
  public final CaseFilesDesk cases;
  public final ChoiceBook choices;
  public final Agreements agreements;
  public final LawBook law;
  public final ProposalsDesk proposals;
  public final EndingsDesk endings;
  public final AmendmentsDesk amendments;
  public final FollowUpTasks followUps;
  public final FileStory story;
  public final Placements placements;
  public final Safety safety;
  public final CareFacts facts;
  public final Visits visits;
  public final TimelineBook timeline;
  public final SearchIndex search;
  public final Evidence evidence;
  public final StaffTime time;
  public final Inbox inbox;
  public final Arrivals arrivals;
  public final OwnData own;
  public final Tasks tasks;
  public final TaskDesk desk;
  public final KnownPeople known;
  private final Messages texts;
  public final EntryPairs pairs;
  public final PostDesk post;
  public final ComplaintDesk complaints;
  public final ComplaintTerms terms;
  public final InspectionDesk inspections;
  public final AskingAgain again;
  public final PlanReminders reminders;
  public final FileChange change;
  public final Overrides overrides;
  public final OverrideDesk overrideDesk;
  public final KinDesk kin;
  public final HouseholdDesk households;
  public final PictureDesk pictures;
  public final KinData kinData;
  public final CareRoom care;
  public final OverviewDesk overview;
  public final StaffRoomHouse room;
  public final EmergencyRoom emergency;
  public final OpeningRoom openings;
  public final WallRoom walls;

  /** On this database, with the tables of these modules. */
  public Register(TestDatabase.Product product, Schema... modules) {
    this(List.of(), UnaryOperator.identity(), product, modules);
  }

  /** On this database, under these laws. */
  public static Register under(TestDatabase.Product product, RuleSet... laws) {
    return new Register(List.of(laws), UnaryOperator.identity(), product);
  }

  /** The same, with the tables of these modules. */
  public static Register under(
      TestDatabase.Product product, List<RuleSet> laws, Schema... modules) {
    return new Register(laws, UnaryOperator.identity(), product, modules);
  }

  /** On this database, with transactions that somebody looks at. */
  public static Register watched(
      TestDatabase.Product product, UnaryOperator<Transactions> through, RuleSet... laws) {
    return new Register(List.of(laws), through, product);
  }

  /** The same, with the tables of these modules. */
  public static Register watchedWith(
      TestDatabase.Product product, UnaryOperator<Transactions> through, Schema... modules) {
    return new Register(List.of(), through, product, modules);
  }

  private Register(
      List<RuleSet> laws,
      UnaryOperator<Transactions> through,
      TestDatabase.Product product,
      Schema... modules) {
    law = new LawBook(laws);
    house =
        House.watched(
            product,
            through,
            Stream.concat(Stream.of(new RegistrySchema()), Stream.of(modules))
                .toArray(Schema[]::new));
    access = house.accessHouse();
    tx = house.transactions(Refusals.BUNDLE);
    texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
    staff = new StaffRegister(tx, access.access(), access.audit(), access.accounts());
    people =
        new PeopleRegister(
            tx,
            access.access(),
            access.audit(),
            access.relations(),
            access.aliases(),
            house.keys());
    record =
        new PersonRecord(
            tx, access.access(), access.audit(), access.aliases(), people, house.keys());
    safety =
        new SafetyDesk(tx, access.access(), access.audit(), access.aliases(), staff, house.keys());
    OneAgreement one = new OneAgreement(access.aliases(), law);
    inbox = new InboxDesk(tx);
    timeline = new TimelineBook(tx, access.access(), staff);
    TaskNews news = new TaskNews(tx, access.aliases(), timeline, inbox, texts);
    tasks = new TaskPushes(tx, access.colleagues(), news);
    again = new AskingAgain(tasks, new SettingsBook(tx, access.audit(), staff), texts);
    reminders = new PlanReminders(tasks, texts);
    change =
        new FileChange(
            tx,
            access.access(),
            access.audit(),
            access.relations(),
            access.walls(),
            inbox,
            texts,
            again,
            reminders);
    same =
        new SamePerson(
            tx,
            access.access(),
            access.audit(),
            access.aliases(),
            new JoinedPeople(access.aliases(), access.relations(), one, change),
            house.keys());
    duplicates = new Duplicates(tx, access.access(), house.keys());
    search = new SearchBook(tx, access.access());
    evidence = new EvidenceBook(tx, access.access(), access.aliases());
    time = new StaffTimeBook(tx);
    story = new FileStory(timeline, search, texts);
    choices =
        new ChoiceBook(tx, texts)
            .with(
                new IntakeLists(tx),
                new FileLists(tx),
                new EmergencyLists(tx),
                new WallLists(tx),
                new FixedLists());
    cases =
        new CaseFilesDesk(tx, access.access(), access.aliases(), change, story, one, law, choices);
    files = cases;
    AgreementsDesk agreed =
        new AgreementsDesk(tx, access.access(), change, story, one, new TakeOver(law));
    agreements = agreed;
    ContactLaw reasons = Laws.contact(List.of(new RegisterLaw()), laws);
    proposals =
        new ProposalsDesk(
            tx, access.access(), one, change, story, law, reasons, house.keys(), evidence);
    amendments = new AmendmentsDesk(tx, access.access(), change, story, law, house.keys());
    followUps =
        new FollowUpTasks(
            tasks,
            laws.isEmpty() ? texts : new BundleTexts(laws.get(0).getClass(), "org.opora.law-czech"),
            laws.isEmpty() ? new GrantBook(List.of()) : Laws.grant());
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
            followUps,
            reasons);
    placements = new PlacementsDesk(tx, access.access(), access.aliases(), change, story);
    facts = new CareFactsReader(tx, access.access());
    arrivals =
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
    own = new OwnData(tx, house.keys());
    desk =
        new TaskDesk(
            tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            house.keys(),
            news,
            new TaskLines(tx, access.access(), people, staff, house.keys()));
    known = knownOver(tx);
    pairs = new EntryPairs(tx, access.access(), access.audit(), access.aliases(), same, tasks);
    post =
        new PostDesk(
            tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            staff,
            house.keys(),
            new PostNews(timeline, tasks, texts));
    complaints =
        new ComplaintDesk(
            tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            staff,
            house.keys(),
            inbox,
            texts);
    terms = new ComplaintTerms(tx, access.access(), access.audit(), staff);
    inspections =
        new InspectionDesk(
            tx,
            access.access(),
            access.audit(),
            access.colleagues(),
            staff,
            house.keys(),
            new InspectionNews(timeline, tasks, texts));
    overrides = new OverrideBook(tx, house.keys());
    overrideDesk = overridesOver(tx);
    kin = kinOver(tx);
    households =
        new HouseholdDesk(
            tx, access.access(), access.audit(), access.aliases(), staff, house.keys());
    pictures =
        new PictureDesk(
            tx, access.access(), access.aliases(), files, placements, staff, house.keys(), null);
    kinData = new KinData(tx, timeline, house.keys(), change);
    care = new CareRoom(this, texts);
    visits = care.visits;
    overview = new OverviewDesk(tx, access.access(), cases, care.visits, timeline);
    room = new StaffRoomHouse(this, change, story, texts);
    emergency = new EmergencyRoom(this, story, texts, laws);
    openings = new OpeningRoom(this, story, texts, laws);
    walls = new WallRoom(this, texts);
  }

  /** A role that waits for a second person is confirmed by one. */
  public void confirm(StaffId staff) {
    Viewer second = house.viewer(StaffId.next(), Map.of(Accounts.MANAGE, Reach.ALL));
    access
        .roles()
        .waiting(second, staff)
        .forEach(one -> access.roles().confirmGrant(second, staff, one.id()));
  }

  /**
   * Somebody with what the register and these modules give the role, known to the register of
   * staff.
   */
  public Viewer viewer(String role, Module... modules) {
    Module[] all =
        Stream.concat(Stream.of(new CaseRegistryModule(), new AccessModule()), Stream.of(modules))
            .toArray(Module[]::new);
    Viewer viewer = house.viewer(role, all);
    staff.enter(viewer.staff(), "Mgr. Jana Testová");
    return viewer;
  }

  /** The search before somebody is written down, over other transactions of the same unit. */
  public KnownPeople knownOver(Transactions unit) {
    return new KnownPeople(
        unit,
        access.access(),
        access.audit(),
        access.aliases(),
        access.colleagues(),
        house.keys(),
        staff,
        people,
        tasks,
        texts);
  }

  /** Relationships over other transactions of the same unit. */
  public KinDesk kinOver(Transactions unit) {
    return new KinDesk(
        unit,
        access.access(),
        access.audit(),
        access.aliases(),
        known,
        staff,
        timeline,
        texts,
        house.keys(),
        change,
        access.colleagues(),
        tasks,
        overrides);
  }

  /** Rules gone on against, read over other transactions of the same unit. */
  public OverrideDesk overridesOver(Transactions unit) {
    return new OverrideDesk(unit, access.access(), access.aliases(), staff, house.keys());
  }

  public PersonId person(Viewer viewer, String given, String family, LocalDate born) {
    return people.register(viewer, NewPerson.named(given, family, born));
  }

  /** A family with a carer, an agreement and a child, and this key worker. */
  public Family family(Viewer director, Viewer keyWorker, String name) {
    PersonId carer = person(director, "Marie", name, LocalDate.of(1980, 5, 1));
    PersonId child = person(director, "Ema", name, LocalDate.of(2018, 3, 4));
    CaseFileId file = files.open(director, new NewFile(null, name, LocalDate.of(2026, 1, 10)));
    files.addCarer(director, file, carer, LocalDate.of(2026, 1, 10));
    agreements.conclude(
        director,
        file,
        new NewAgreement(CareKind.LONG_TERM, true, LocalDate.of(2026, 1, 10), "Město"));
    placements.place(director, file, child, LocalDate.of(2026, 1, 15), "12 P 34/2025");
    if (keyWorker != null) {
      files.assign(director, file, keyWorker.staff(), null, LocalDate.of(2026, 1, 10));
    }
    return new Family(file, carer, child);
  }

  List<String> found(Viewer viewer, String words) {
    return people.search(viewer, words, null, 100).items().stream()
        .map(hit -> hit.name().listed())
        .toList();
  }

  /** Every page, one after the other. */
  List<PersonHit> everything(Viewer viewer, String words, int limit) {
    List<PersonHit> all = new java.util.ArrayList<>();
    String after = null;
    do {
      Page<PersonHit> page = people.search(viewer, words, after, limit);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  /** Words of the trail in a house without modules. */
  ActWords words() {
    return new ActWords(new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS), Parts.none());
  }

  /**
   * Whatever the tests wrote into the trail must have words for those who read it. Acts of a module
   * that is not known here are called other acts.
   */
  @Override
  public void close() {
    try {
      ActWords words = words();
      List<String> acts =
          tx.read(
              em ->
                  Stream.of(
                          em.createNativeQuery("SELECT DISTINCT ACT FROM ACCESS.AUDIT_EVENT")
                              .getResultList()
                              .toArray())
                      .map(String::valueOf)
                      .toList());
      List<String> without =
          acts.stream()
              .filter(act -> act.startsWith("registry.") || words.isTopic(act.split("[.]")[0]))
              .filter(act -> !words.known(act))
              .toList();
      if (!without.isEmpty()) {
        throw new AssertionError("No words in trail_*.properties for " + without);
      }
    } finally {
      house.close();
    }
  }

  public record Family(CaseFileId file, PersonId carer, PersonId child) {}

  static Set<PersonId> set(PersonId... people) {
    return Set.of(people);
  }
}
