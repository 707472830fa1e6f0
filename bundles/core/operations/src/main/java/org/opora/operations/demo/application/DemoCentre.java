package org.opora.operations.demo.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opora.api.access.Accounts;
import org.opora.api.access.Sessions;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.faults.Refused;
import org.opora.api.files.Agreements;
import org.opora.api.files.CareFacts;
import org.opora.api.files.CaseFiles;
import org.opora.api.files.Placements;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Transactions;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.api.standards.InternalRules;
import org.opora.api.standards.Standards;
import org.opora.api.tasks.Tasks;
import org.opora.api.web.Centre;
import org.opora.operations.demo.domain.DemoPerson;
import org.opora.operations.demo.domain.Progress;
import org.opora.operations.shared.SafeFiles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo centre: {@code opora.demo=full} with sixty families, {@code empty} with its staff alone.
 * Without either, the key of a former demonstration is taken away.
 */
@Component(service = DemoCentre.class, immediate = true)
public class DemoCentre {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCentre.class);
  private static final int FAMILIES = 60;
  private static final String TASK = "demo-families";
  private static final String PAPERS = "demo-papers";
  private static final String ASSESSMENTS = "demo-assessments";
  private static final String KEY = "demo.session";
  private static final Duration STANDING = Duration.ofDays(30);
  private static final Duration WORKING = Duration.ofMinutes(30);

  private final String wish;
  private final Path data;
  private final Transactions transactions;
  private final DemoAccounts accounts;
  private final DemoFamilies families;
  private final Visits visits;
  private final DemoCare care;
  private final DemoQuality quality;
  private final CareFacts facts;
  private final DemoChapters chapters = new DemoChapters();
  private final ExecutorService worker;
  private volatile boolean settled;
  private volatile boolean stopping;
  private Viewer director;
  private List<StaffId> keyWorkers = List.of();

  @Activate
  public DemoCentre(
      BundleContext context,
      @Reference(target = "(opora.unit=operations)") Transactions transactions,
      @Reference Database database,
      @Reference Accounts accounts,
      @Reference Sessions sessions,
      @Reference Staff staff,
      @Reference Centre centre,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Agreements agreements,
      @Reference Placements placements,
      @Reference Visits visits,
      @Reference Safety safety,
      @Reference Tasks tasks,
      @Reference Standards standards,
      @Reference InternalRules rules,
      @Reference CareFacts facts) {
    wish = context.getProperty("opora.demo");
    data = database.dataFolder();
    this.transactions = transactions;
    this.accounts = new DemoAccounts(accounts, sessions, staff, centre, transactions, data);
    families = new DemoFamilies(people, files, agreements, placements);
    this.visits = visits;
    care = new DemoCare(safety, tasks);
    quality = new DemoQuality(standards, rules);
    this.facts = facts;
    worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "opora-demo"));
    worker.execute(wish == null ? this::leave : this::make);
  }

  /** What a room or a module has to show; also one that is installed later. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addChapter(DemoChapter chapter) {
    chapters.add(chapter);
    worker.execute(this::read);
  }

  void removeChapter(DemoChapter chapter) {
    chapters.remove(chapter);
  }

  @Deactivate
  public void stop() throws InterruptedException {
    stopping = true;
    worker.shutdown();
    worker.awaitTermination(10, TimeUnit.SECONDS);
  }

  /** Whether everything that was wished for is there. */
  public boolean settled() {
    return settled;
  }

  /** Only a demonstration has a standing key: what goes on without it may hold real people. */
  private void leave() {
    try {
      endFormer();
    } catch (IOException | RuntimeException fault) {
      LOG.error("The standing key of the demo centre could not be taken away", fault);
    } finally {
      settled = true;
    }
  }

  private void endFormer() throws IOException {
    Path key = data.resolve(KEY);
    if (Files.exists(key)) {
      accounts.end(Files.readString(key).strip());
      Files.delete(key);
    }
  }

  private void make() {
    try {
      if (!accounts.known()) {
        LOG.warn("Others have accounts here: this is no demo centre, and nothing is made");
        return;
      }
      List<DemoPerson> people = accounts.people();
      StaffId director = accounts.director(people.get(0)).orElse(null);
      if (director == null) {
        LOG.info("The password of the demo director was changed: there is no standing session");
      } else {
        endFormer();
        String token = accounts.session(director, STANDING);
        SafeFiles.write(data.resolve(KEY), token + "\n");
        fill(accounts.viewer(token), people);
      }
    } catch (IOException | RuntimeException fault) {
      LOG.error("The demo centre could not be made", fault);
    } finally {
      settled = true;
    }
  }

  private void fill(Viewer director, List<DemoPerson> people) {
    int wished = "empty".equals(wish) ? 0 : FAMILIES;
    int done = done();
    if (done > wished) {
      return;
    }
    List<StaffId> workers = new ArrayList<>();
    for (DemoPerson person : people.subList(1, people.size())) {
      StaffId id = accounts.open(director, person);
      if (person.role().equals("key-worker")) {
        workers.add(id);
      }
    }
    if (done < wished) {
      long begin = System.nanoTime();
      families(director, workers, done, wished);
      LOG.info(
          "The demo centre has {} families, made in {} ms",
          done(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
    if (wished > 0 && !stopping) {
      quality(director, workers);
      this.director = director;
      keyWorkers = workers;
      read();
    }
  }

  /** Only the one thread that makes everything comes here. */
  private void read() {
    List<DemoChapter> waiting =
        director == null ? List.of() : chapters.waiting(task -> done(task) > 0);
    if (waiting.isEmpty() || stopping) {
      return;
    }
    List<CareFacts.InForce> families = led();
    if (families.isEmpty()) {
      return;
    }
    // The director signs in anew as well: a module that came meanwhile has brought permissions.
    List<StaffId> everybody = new ArrayList<>(List.of(director.staff()));
    everybody.addAll(keyWorkers);
    as(
        everybody,
        viewers ->
            chapters.write(
                waiting,
                new DemoCast(viewers.get(0), viewers.subList(1, viewers.size()), families),
                this::once));
  }

  /** Families of the key workers that the demo centre has; others are nothing of its own. */
  private List<CareFacts.InForce> led() {
    return facts.inForce(director, CaseFiles.READ, director.today(), null).stream()
        .filter(family -> keyWorkers.contains(family.keyWorker()))
        .toList();
  }

  /** What these people do, signed in for as long as it takes. */
  private void as(List<StaffId> people, Consumer<List<Viewer>> work) {
    List<String> tokens = people.stream().map(id -> accounts.session(id, WORKING)).toList();
    try {
      work.accept(tokens.stream().map(accounts::viewer).toList());
    } finally {
      tokens.forEach(accounts::end);
    }
  }

  /** Each in one transaction, once: a kill leaves all of it or nothing. */
  private void quality(Viewer director, List<StaffId> workers) {
    as(
        workers,
        viewers -> {
          once(PAPERS, () -> quality.papers(director, viewers));
          try {
            once(ASSESSMENTS, () -> quality.assessments(director, viewers.get(0)));
          } catch (Refused noLaw) {
            LOG.info("No law pack knows the standards yet: the next start makes the assessments");
          }
        });
  }

  private void once(String task, Runnable work) {
    if (done(task) == 0) {
      transactions.run(
          em -> {
            work.run();
            step(em, task);
          });
    }
  }

  private void families(Viewer director, List<StaffId> workers, int from, int until) {
    as(
        workers,
        viewers -> {
          for (int number = from; number < until && !stopping; number++) {
            family(number, director, viewers);
            tell(number + 1);
          }
        });
  }

  /** For the console, which waits for the first page meanwhile. */
  private void tell(int made) {
    try {
      SafeFiles.write(data.resolve("run/demo-progress"), made + "\n");
    } catch (IOException unwritable) {
      LOG.debug("The progress of the demo centre cannot be told", unwritable);
    }
  }

  /** One transaction for the family and its story: a kill leaves all of it or nothing. */
  private void family(int number, Viewer director, List<Viewer> workers) {
    Viewer worker = workers.get(number % workers.size());
    Viewer deputy = workers.get((number + 1) % workers.size());
    transactions.run(
        em -> {
          DemoFamilies.Family family =
              families.open(number, director, worker.staff(), deputy.staff());
          for (Visits.NewVisit visit : families.visits(number, worker.today(), family)) {
            visits.record(worker, family.file(), visit);
          }
          care.of(number, family, worker);
          step(em, TASK);
        });
  }

  private int done() {
    return done(TASK);
  }

  private int done(String task) {
    return transactions.read(
        em -> {
          Progress progress = em.find(Progress.class, task);
          return progress == null ? 0 : progress.steps();
        });
  }

  private static void step(jakarta.persistence.EntityManager em, String task) {
    Progress progress = em.find(Progress.class, task);
    if (progress == null) {
      progress = new Progress(task);
      em.persist(progress);
    }
    progress.step();
  }
}
