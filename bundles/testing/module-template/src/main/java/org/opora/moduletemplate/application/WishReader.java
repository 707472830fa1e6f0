package org.opora.moduletemplate.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.choices.Choices;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.paging.Page;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Title;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.domain.Wish;
import org.opora.moduletemplate.domain.WishId;
import org.opora.moduletemplate.domain.WishKinds;
import org.opora.moduletemplate.persistence.WishQueries;
import org.opora.moduletemplate.persistence.WishRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Wishes as pages show them. Lists and single ones are open to the same people. */
@Component(service = WishReader.class)
public final class WishReader {
  private static final int LAST = 100;

  private final Transactions transactions;
  private final SealedWords sealed;
  private final Access access;
  private final WishDoor door;
  private final People people;
  private final CaseFiles files;
  private final Choices choices;

  @Activate
  public WishReader(
      @Reference(target = "(opora.unit=module-template)") Transactions transactions,
      @Reference Keys keys,
      @Reference Access access,
      @Reference People people,
      @Reference CaseFiles files,
      @Reference Choices choices) {
    this.transactions = transactions;
    this.sealed = new SealedWords(keys);
    this.access = access;
    this.door = new WishDoor(access, people);
    this.people = people;
    this.files = files;
    this.choices = choices;
  }

  /**
   * A line of a list.
   *
   * @param familyName null when the viewer may not see the file itself
   * @param childName null for a wish of the family, or when the viewer may not see the name
   */
  public record Line(
      WishId id,
      CaseFileId file,
      String familyName,
      PersonName childName,
      Title kind,
      LocalDate wishedOn,
      LocalDate answeredOn,
      String words) {}

  /** One wish, with what its form needs. */
  public record View(Line line, long version, PersonId child, String kind) {}

  /** The wishes of a family, newest first. */
  public List<Line> of(Viewer viewer, CaseFileId file) {
    access.require(viewer, TemplateModule.READ, Subject.of(file));
    return transactions.read(
        em ->
            lines(
                viewer, WishQueries.of(em, access.scope(viewer, TemplateModule.READ), file, LAST)));
  }

  /**
   * Wishes that wait for an answer, newest first.
   *
   * @param after cursor of the page before; null for the first
   */
  public Page<Line> waiting(Viewer viewer, UUID after, int limit) {
    access.require(viewer, TemplateModule.READ);
    return transactions.read(
        em -> {
          Wish last = after == null ? null : em.find(Wish.class, after);
          List<WishRow> rows =
              WishQueries.waiting(em, access.scope(viewer, TemplateModule.READ), last, limit + 1);
          boolean more = rows.size() > limit;
          List<WishRow> shown = more ? rows.subList(0, limit) : rows;
          String next = more ? shown.get(shown.size() - 1).id().toString() : null;
          return new Page<>(lines(viewer, shown), next);
        });
  }

  public View view(Viewer viewer, WishId id) {
    return transactions.read(
        em -> {
          Wish wish = em.find(Wish.class, id.value());
          if (wish == null) {
            throw new NotFound();
          }
          door.require(viewer, TemplateModule.READ, wish.caseFile(), wish.child());
          return new View(
              lines(viewer, List.of(row(wish))).get(0), wish.version(), wish.child(), wish.kind());
        });
  }

  private static WishRow row(Wish wish) {
    return new WishRow(
        wish.id().value(),
        wish.caseFile().value(),
        wish.child() == null ? null : wish.child().value(),
        wish.kind(),
        wish.wishedOn(),
        wish.words(),
        wish.answeredOn());
  }

  /** Names are asked for once, not line by line. */
  private List<Line> lines(Viewer viewer, Collection<WishRow> rows) {
    Choices.Spoken kinds = choices.all(WishKinds.LIST);
    Map<CaseFileId, CaseFiles.Header> headers =
        files.headers(
            viewer, rows.stream().map(row -> new CaseFileId(row.caseFile())).distinct().toList());
    Map<PersonId, PersonName> names =
        people.names(
            viewer,
            rows.stream()
                .map(WishRow::child)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .distinct()
                .toList());
    return rows.stream().map(row -> line(row, headers, names, kinds)).toList();
  }

  private Line line(
      WishRow row,
      Map<CaseFileId, CaseFiles.Header> headers,
      Map<PersonId, PersonName> names,
      Choices.Spoken kinds) {
    CaseFileId file = new CaseFileId(row.caseFile());
    CaseFiles.Header header = headers.get(file);
    return new Line(
        new WishId(row.id()),
        file,
        header == null ? null : header.familyName(),
        row.child() == null ? null : names.get(new PersonId(row.child())),
        kinds.term(row.kind()).words(),
        row.wishedOn(),
        row.answeredOn(),
        sealed.open(file, row.id(), row.words()));
  }
}
