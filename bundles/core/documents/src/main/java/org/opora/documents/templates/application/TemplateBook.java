package org.opora.documents.templates.application;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.documents.DocumentsModule;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.content.domain.FileName;
import org.opora.documents.shared.Fingerprint;
import org.opora.documents.shared.Refusals;
import org.opora.documents.store.application.LimitBook;
import org.opora.documents.store.application.Sent;
import org.opora.documents.store.application.Turns;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.domain.Language;
import org.opora.documents.templates.domain.TemplateDocument;
import org.opora.documents.templates.domain.TemplateVersion;
import org.opora.documents.templates.domain.Values;
import org.opora.documents.templates.persistence.TemplateQueries;
import org.opora.documents.templates.persistence.TemplateRow;
import org.opora.documents.templates.persistence.TemplateVersionRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The templates of the centre: brought in without a fault, in versions, valid on their days. */
@Component(service = TemplateBook.class)
public final class TemplateBook {
  static final String FILE = "file";
  private static final int LONGEST_NAME = 200;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final FieldBook fields;
  private final Turns turns;
  private final LimitBook limits;

  @Activate
  public TemplateBook(
      @Reference(target = "(opora.unit=documents)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference FieldBook fields,
      @Reference Turns turns,
      @Reference LimitBook limits) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.fields = fields;
    this.turns = turns;
    this.limits = limits;
  }

  /** Where a template or a version stands on a day. */
  public enum State {
    VALID,
    /** Its first day is still to come. */
    LATER,
    /** Its last day is over. */
    ENDED,
    /** A newer version is valid. */
    FORMER,
    /** It names what nobody brings any more, such as the fields of a module that was removed. */
    LACKING
  }

  /**
   * A template as the list shows it.
   *
   * @param valid the version of today; null when there is none
   * @param lacking names that nobody brings now
   */
  public record Line(
      UUID id,
      long version,
      String name,
      DocumentKind kind,
      Language language,
      LocalDate until,
      State state,
      Version valid,
      List<String> lacking) {}

  /**
   * @param kilobytes at least 1
   * @param names of the fields that it uses
   */
  public record Version(
      UUID id,
      int number,
      LocalDate from,
      State state,
      String file,
      int kilobytes,
      List<String> names,
      String by,
      Instant at) {}

  /**
   * @param versions the newest first
   */
  public record View(Line line, List<Version> versions) {}

  /** What a letter may be made of. */
  public record Usable(UUID version, String name, DocumentKind kind, Language language) {}

  /** A version as a file. */
  public record File(String name, byte[] content) {}

  /** All of them by name, with where they stand today. */
  public List<Line> list(Viewer viewer) {
    access.require(viewer, DocumentsModule.TEMPLATES);
    return views(viewer.today()).stream().map(View::line).toList();
  }

  public View view(Viewer viewer, UUID template) {
    access.require(viewer, DocumentsModule.TEMPLATES);
    return views(viewer.today()).stream()
        .filter(view -> view.line().id().equals(template))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Those valid today whose fields are all there, for whoever writes letters. */
  public List<Usable> usable(Viewer viewer) {
    access.require(viewer, DocumentsModule.WRITE);
    return views(viewer.today()).stream()
        .map(View::line)
        .filter(line -> line.state() == State.VALID)
        .map(line -> new Usable(line.valid().id(), line.name(), line.kind(), line.language()))
        .toList();
  }

  /**
   * A template to be filled. It is read as trees: whoever opens it has the turn.
   *
   * @throws org.opora.api.faults.Refused when it is not valid today, or names what nobody brings
   */
  public Template open(Viewer viewer, UUID version) {
    if (usable(viewer).stream().noneMatch(one -> one.version().equals(version))) {
      throw Refusals.refused("template", "template.refused.not-valid");
    }
    byte[] content = tx.read(em -> new TemplateQueries(em).content(version));
    return new TemplateCheck(fields.known())
        .check(content)
        .template()
        .orElseThrow(() -> Refusals.refused("template", "template.refused.not-valid"));
  }

  /**
   * @throws TemplateFaults when anything in it would not come out as it stands there
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID add(Viewer viewer, NewTemplate given, Sent sent) throws TemplateFaults {
    access.require(viewer, DocumentsModule.TEMPLATES);
    String name = Refusals.line("name", given.name(), LONGEST_NAME);
    Looked looked = look(sent);
    return tx.required(
        em -> {
          TemplateQueries queries = new TemplateQueries(em);
          boolean taken =
              queries.all().stream()
                  .anyMatch(
                      row ->
                          row.name().equalsIgnoreCase(name)
                              && row.language() == given.language()
                              && !over(row, viewer.today()));
          if (taken) {
            throw Refusals.refused("name", "template.refused.taken");
          }
          TemplateDocument template =
              new TemplateDocument(
                  name, given.kind(), given.language(), viewer.staff(), viewer.now());
          int number = template.next();
          em.persist(template);
          em.flush();
          put(em, viewer, template, number, given.from(), looked);
          audit.wrote(viewer, "template.added", List.of(), "template=" + template.id());
          return template.id();
        });
  }

  /**
   * The template as it reads from a day on; until then the former version is valid.
   *
   * @throws Stale when it has another version by now
   */
  public void renew(Viewer viewer, UUID id, long version, LocalDate from, Sent sent)
      throws TemplateFaults {
    access.require(viewer, DocumentsModule.TEMPLATES);
    notBefore(viewer, "from", from);
    Looked looked = look(sent);
    tx.run(
        em -> {
          TemplateDocument template = seen(em, id, version);
          int number = template.next();
          put(em, viewer, template, number, from, looked);
          audit.wrote(viewer, "template.version-added", List.of(), "template=" + id);
        });
  }

  /**
   * @param lastDay null when it goes on
   * @throws Stale when it has another version by now
   */
  public void until(Viewer viewer, UUID id, long version, LocalDate lastDay) {
    access.require(viewer, DocumentsModule.TEMPLATES);
    if (lastDay != null) {
      notBefore(viewer, "until", lastDay.plusDays(1));
    }
    tx.run(
        em -> {
          seen(em, id, version).until(lastDay);
          audit.wrote(viewer, "template.ended", List.of(), "template=" + id);
        });
  }

  /** What was brought in, to be worked on. */
  public File file(Viewer viewer, UUID template, UUID version) {
    Version found = version(viewer, template, version);
    return new File(found.file(), tx.read(em -> new TemplateQueries(em).content(found.id())));
  }

  /**
   * How it reads, with what each field is called in its place.
   *
   * @param called what a name is called
   */
  public List<Reading.Paragraph> preview(
      Viewer viewer, UUID template, UUID version, Function<String, String> called) {
    byte[] content = file(viewer, template, version).content();
    FieldBook.Known known = fields.known();
    return turns.one(
        () ->
            new TemplateCheck(known)
                .check(content)
                .template()
                .map(open -> Reading.of(open.fill(titles(known, called))))
                .orElseThrow(NotFound::new));
  }

  private static Values titles(FieldBook.Known known, Function<String, String> called) {
    return new Values() {
      @Override
      public String value(String field) {
        return called.apply(field);
      }

      @Override
      public List<Map<String, String>> rows(String list) {
        return List.of(
            known.lists().get(list).stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(), column -> called.apply(list + "." + column))));
      }
    };
  }

  private Version version(Viewer viewer, UUID template, UUID version) {
    return view(viewer, template).versions().stream()
        .filter(one -> one.id().equals(version))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private record Looked(String name, byte[] content, Set<String> names) {}

  /** A template is read as trees, so it takes its turn. */
  private Looked look(Sent sent) throws TemplateFaults {
    TemplateCheck.Checked[] checked = new TemplateCheck.Checked[1];
    int largest = Math.min(TemplateCheck.LARGEST, limits.now().bytes());
    byte[] content =
        turns.one(
            () -> {
              // Asked before it is read: it may be larger than there is room for.
              if (sent.size() > largest) {
                throw Refusals.refused(FILE, "content.large", largest >> 20);
              }
              try {
                byte[] read = sent.content().read();
                checked[0] = new TemplateCheck(fields.known()).check(read);
                return read;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Template template = checked[0].template().orElse(null);
    if (template == null) {
      throw new TemplateFaults(checked[0].faults(), checked[0].why());
    }
    return new Looked(FileName.of(sent.name(), ContentKind.DOCX), content, template.fields());
  }

  private static void put(
      EntityManager em,
      Viewer viewer,
      TemplateDocument template,
      int number,
      LocalDate from,
      Looked looked) {
    UUID version = Ids.next();
    em.persist(
        new TemplateVersion(
            version,
            template.id(),
            number,
            new TemplateVersion.Added(
                from,
                looked.name(),
                Fingerprint.of(looked.content()),
                looked.content(),
                viewer.staff(),
                viewer.now())));
    em.flush();
    new TemplateQueries(em).name(version, looked.names());
  }

  private static TemplateDocument seen(EntityManager em, UUID id, long version) {
    TemplateDocument template = new TemplateQueries(em).hold(id).orElseThrow(NotFound::new);
    if (template.version() != version) {
      throw new Stale();
    }
    return template;
  }

  /** What was valid on a day that is over stays as it was. */
  private static void notBefore(Viewer viewer, String field, LocalDate day) {
    if (day.isBefore(viewer.today())) {
      throw Refusals.refused(field, "template.refused.past");
    }
  }

  private static boolean over(TemplateRow row, LocalDate today) {
    return row.validUntil() != null && row.validUntil().isBefore(today);
  }

  private List<View> views(LocalDate today) {
    Set<String> known = fields.known().names();
    return tx.read(
        em -> {
          TemplateQueries queries = new TemplateQueries(em);
          Map<UUID, Set<String>> names = queries.names();
          Map<UUID, List<TemplateVersionRow>> versions =
              queries.versions().stream()
                  .collect(Collectors.groupingBy(TemplateVersionRow::template));
          Map<StaffId, String> members =
              staff.names(
                  versions.values().stream()
                      .flatMap(List::stream)
                      .map(row -> new StaffId(row.addedBy()))
                      .collect(Collectors.toSet()));
          return queries.all().stream()
              .map(row -> view(row, versions.get(row.id()), names, members, known, today))
              .toList();
        });
  }

  private static View view(
      TemplateRow row,
      List<TemplateVersionRow> rows,
      Map<UUID, Set<String>> names,
      Map<StaffId, String> members,
      Set<String> known,
      LocalDate today) {
    TemplateVersionRow now =
        over(row, today)
            ? null
            : rows.stream()
                .filter(one -> !one.validFrom().isAfter(today))
                .max(
                    Comparator.comparing(TemplateVersionRow::validFrom)
                        .thenComparing(TemplateVersionRow::number))
                .orElse(null);
    List<Version> versions = new ArrayList<>();
    for (TemplateVersionRow one : rows) {
      Set<String> used = names.getOrDefault(one.id(), Set.of());
      versions.add(
          new Version(
              one.id(),
              one.number(),
              one.validFrom(),
              state(row, one, now, known.containsAll(used), today),
              one.name(),
              Math.max(1, one.bytes() / 1024),
              List.copyOf(used),
              members.get(new StaffId(one.addedBy())),
              one.addedAt()));
    }
    Version valid =
        versions.stream()
            .filter(one -> now != null && one.id().equals(now.id()))
            .findFirst()
            .orElse(null);
    Set<String> lacking =
        new TreeSet<>(valid == null ? Set.<String>of() : names.getOrDefault(valid.id(), Set.of()));
    lacking.removeAll(known);
    State state = valid != null ? valid.state() : over(row, today) ? State.ENDED : State.LATER;
    return new View(
        new Line(
            row.id(),
            row.version(),
            row.name(),
            row.kind(),
            row.language(),
            row.validUntil(),
            state,
            valid,
            List.copyOf(lacking)),
        versions);
  }

  private static State state(
      TemplateRow row,
      TemplateVersionRow version,
      TemplateVersionRow now,
      boolean whole,
      LocalDate today) {
    if (over(row, today)) {
      return State.ENDED;
    }
    if (version.validFrom().isAfter(today)) {
      return State.LATER;
    }
    if (now == null || !now.id().equals(version.id())) {
      return State.FORMER;
    }
    return whole ? State.VALID : State.LACKING;
  }
}
