package org.opora.registry.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.spi.StaffLaw;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.CoWorkers;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.files.application.FarewellDesk;
import org.opora.registry.files.application.FileChange;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.files.application.HandoverWords;
import org.opora.registry.files.application.HandoverWriter;
import org.opora.registry.files.application.StandIns;
import org.opora.registry.files.application.Workloads;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.post.application.PostNews;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.AbsencePlan;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.Competences;
import org.opora.registry.staff.application.Conflicts;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.application.StaffLaws;
import org.opora.registry.staff.application.StaffPosts;
import org.opora.registry.staff.application.TimeSheets;
import org.opora.registry.staff.application.TrainingBook;
import org.opora.registry.staff.web.StaffRoomRoutes;
import org.opora.registry.staff.web.StaffSheet;
import org.opora.registry.tasks.application.TaskHandover;

/** What is written down about staff, and hand-overs, put together by hand. */
public final class StaffRoomHouse {
  private static final int REMINDER_DAYS = 60;

  /** The figures of the Czech pack, which its own test holds. */
  private static final StaffLaw LAW =
      new StaffLaw() {
        @Override
        public String id() {
          return "cz";
        }

        @Override
        public List<Parameter<Integer>> trainingHours() {
          return figure(24, Trust.VERIFIED);
        }

        @Override
        public List<Parameter<Integer>> trainingHoursInTwoYears() {
          return figure(48, Trust.SECONDARY);
        }

        @Override
        public List<Parameter<Integer>> supervisionHours() {
          return figure(12, Trust.SECONDARY);
        }

        @Override
        public List<Parameter<Load>> load() {
          return figure(new Load(18, 23), Trust.SECONDARY);
        }

        @Override
        public List<LawFigure> figures() {
          return Stream.of(trainingHours(), trainingHoursInTwoYears(), supervisionHours(), load())
              .flatMap(List::stream)
              .map(
                  one ->
                      new LawFigure(
                          "cz.staff." + one.value(),
                          Words.of("load.title"),
                          Words.of("load.title"),
                          one))
              .toList();
        }

        private <T> List<Parameter<T>> figure(T value, Trust trust) {
          return List.of(
              new Parameter<>(
                  value, LocalDate.of(2007, 1, 1), null, "§ 111", Words.of("load.title"), trust));
        }
      };

  /** What somebody who knows the law has confirmed, and who. */
  final Map<Confirmations.Figure, Confirmations.Said> confirmed = new HashMap<>();

  private final Confirmations confirmations =
      new Confirmations() {
        @Override
        public Set<Figure> confirmed() {
          return confirmed.keySet();
        }

        @Override
        public Map<Figure, Said> sayings() {
          return confirmed;
        }
      };

  final TaskHandover tasks;
  final PostHandover post;
  final StandIns standIns;
  public final StaffPosts posts;
  public final Competences competences;
  public final Absences absences;
  public final AbsencePlan plan;
  public final TrainingBook training;
  public final StaffChecks checks;
  public final Conflicts conflicts;
  public final TimeSheets times;
  public final HandoverDesk handovers;
  public final FarewellDesk farewell;
  public final CoWorkers coWorkers;
  public final Workloads loads;
  public final StaffSheet sheet;
  public final DueLines dueLines;

  /** What the duties answer, to whoever may see the file. */
  public final List<Duties.Line> due = new ArrayList<>();

  /** How often the duties of the whole centre were asked for. */
  public int lists;

  private final Register register;

  StaffRoomHouse(Register register, FileChange change, FileStory story, Messages texts) {
    this.register = register;
    Transactions tx = register.tx;
    Access access = register.access.access();
    AuditTrail audit = register.access.audit();
    Colleagues colleagues = register.access.colleagues();
    Keys keys = register.house.keys();
    StaffLaws laws = new StaffLaws(List.of(LAW));
    dueLines = new DueLines(new Due());
    tasks = new TaskHandover(tx, access, audit, colleagues);
    HandoverWords words =
        new HandoverWords(register.agreements, register.safety, register.desk, dueLines, texts);
    post = new PostHandover(tx, audit, new PostNews(register.timeline, register.tasks, texts));
    HandoverWriter writer =
        new HandoverWriter(
            change, story, tasks, post, colleagues, register.staff, keys, register.inbox, texts);
    standIns = new StandIns(tx, access, colleagues, register.staff, change);
    posts = new StaffPosts(tx, access, audit);
    competences = new Competences(tx, access, audit);
    absences = new Absences(tx, access, audit, register.staff, standIns, register.inbox, texts);
    plan = new AbsencePlan(absences, standIns, register.files, register.desk, dueLines);
    training = new TrainingBook(tx, access, audit, laws, confirmations);
    checks =
        new StaffChecks(tx, access, audit, register.staff, keys, register.evidence, REMINDER_DAYS);
    conflicts =
        new Conflicts(
            tx,
            access,
            audit,
            register.access.walls(),
            register.files,
            register.staff,
            register.inbox,
            texts,
            keys,
            standIns,
            tasks,
            post);
    times = new TimeSheets(tx, access, register.files, register.staff);
    handovers =
        new HandoverDesk(
            tx,
            access,
            audit,
            register.files,
            register.staff,
            words,
            writer,
            register.inbox,
            texts,
            keys);
    farewell =
        new FarewellDesk(
            tx,
            access,
            audit,
            register.files,
            register.staff,
            words,
            writer,
            change,
            tasks,
            colleagues,
            register.inbox,
            texts);
    coWorkers = new CoWorkers(tx, access, colleagues, register.staff, change);
    loads = new Workloads(tx, access, register.staff, laws, confirmations, change);
    sheet = new StaffSheet(posts, competences, absences, training, checks, conflicts);
  }

  /** The training accounts over other transactions of the same unit. */
  TrainingBook trainingOver(Transactions unit) {
    return new TrainingBook(
        unit,
        register.access.access(),
        register.access.audit(),
        new StaffLaws(List.of(LAW)),
        confirmations);
  }

  StaffRoomRoutes routes(Messages texts) {
    return new StaffRoomRoutes(
        register.staff,
        register.files,
        posts,
        competences,
        absences,
        plan,
        training,
        checks,
        conflicts,
        times,
        handovers,
        texts);
  }

  /** The contract of the duties, over lines that a test has written down. */
  private final class Due implements Duties {
    @Override
    public List<Line> list(Viewer viewer, LocalDate asOf) {
      lists++;
      return seen(viewer);
    }

    private List<Line> seen(Viewer viewer) {
      return due.stream()
          .filter(
              line ->
                  register
                      .access
                      .access()
                      .decide(viewer, CaseFiles.READ, Subject.of(line.file()))
                      .allowed())
          .toList();
    }

    @Override
    public List<Line> of(Viewer viewer, Collection<CaseFileId> files, LocalDate asOf) {
      return files.stream().flatMap(file -> of(viewer, file, asOf).stream()).toList();
    }

    @Override
    public List<Line> of(Viewer viewer, CaseFileId file, LocalDate asOf) {
      return seen(viewer).stream().filter(line -> line.file().equals(file)).toList();
    }
  }
}
