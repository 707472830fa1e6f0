package org.opora.registry.files.contributions;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.addressees.Addressees;
import org.opora.api.documents.spi.TemplateData;
import org.opora.api.files.Agreements;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The family, its adults and children, its agreement and who works with it, for letters. Nobody is
 * told more of the people than {@link LetterReader} lets them learn. Where somebody is whose
 * whereabouts are not to be told stands in no letter, whoever writes it.
 */
@Component
public final class FamilyLetterData implements TemplateData {
  private static final String ADULTS = "carers";
  private static final String CHILDREN = "children";
  private static final String AUTHORITY = "agreement.authority";
  private final CaseFiles files;
  private final People people;
  private final Agreements agreements;
  private final Addressees addressees;
  private final Staff staff;

  @Activate
  public FamilyLetterData(
      @Reference CaseFiles files,
      @Reference People people,
      @Reference Agreements agreements,
      @Reference Addressees addressees,
      @Reference Staff staff) {
    this.files = files;
    this.people = people;
    this.agreements = agreements;
    this.addressees = addressees;
    this.staff = staff;
  }

  private static Field field(String key) {
    return new Field(key, title(key));
  }

  private static Text title(String key) {
    return Text.of(Refusals.TEXTS, "letter-field." + key);
  }

  @Override
  public List<Field> fields() {
    return List.of(
        field("family.name"),
        field("family.number"),
        field("family.carers"),
        field("family.children"),
        field("agreement.concluded"),
        field("agreement.ended"),
        field("agreement.kind"),
        field(AUTHORITY),
        field("key-worker.name"),
        field("deputy.name"),
        field("person.name"),
        field("person.born"),
        field("person.address"),
        field("person.phone"),
        field("person.email"));
  }

  @Override
  public List<Rows> lists() {
    return List.of(
        new Rows(
            ADULTS,
            title(ADULTS),
            List.of(
                field("name"), field("born"), field("address"), field("phone"), field("email"))),
        new Rows(
            CHILDREN, title(CHILDREN), List.of(field("name"), field("born"), field("placed"))));
  }

  @Override
  public Given given(Viewer viewer, Wanted wanted) {
    CaseFiles.Header header = files.header(viewer, wanted.file());
    LetterReader reader = new LetterReader(people, addressees, viewer, wanted, header);
    LetterLines lines = new LetterLines(people, viewer, wanted, reader);
    lines.put("family.name", () -> header.familyName());
    lines.put("family.number", () -> header.number());
    members(lines, header);
    if (wanted.names().stream().anyMatch(name -> name.startsWith("agreement."))) {
      agreement(viewer, lines, header, reader);
    }
    if (wanted.names().stream().anyMatch(name -> name.startsWith("person."))) {
      person(lines, header, wanted.person());
    }
    people(wanted, lines, header, reader);
    return lines.given();
  }

  private void members(LetterLines lines, CaseFiles.Header header) {
    Map<StaffId, String> names =
        staff.names(
            java.util.stream.Stream.of(header.keyWorker(), header.deputy())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet()));
    lines.put("key-worker.name", () -> names.get(header.keyWorker()));
    lines.put("deputy.name", () -> names.get(header.deputy()));
  }

  /** The one in force, or the last one. */
  private void agreement(
      Viewer viewer, LetterLines lines, CaseFiles.Header header, LetterReader reader) {
    if (header.agreement() == null) {
      return;
    }
    Agreements.Agreement agreement = agreements.find(viewer, header.agreement().id());
    lines.put("agreement.concluded", agreement::concludedOn);
    lines.put("agreement.ended", agreement::endedOn);
    lines.put("agreement.kind", () -> Text.of(Refusals.TEXTS, "care-kind." + agreement.kind()));
    if (header.undisclosed() && !reader.called(agreement.authority())) {
      // Which office it is tells where they live.
      lines.left(AUTHORITY, Why.UNDISCLOSED);
    } else {
      lines.put(AUTHORITY, agreement::authority);
    }
  }

  private void person(LetterLines lines, CaseFiles.Header header, PersonId person) {
    if (person == null) {
      return;
    }
    boolean here =
        header.carers().stream().anyMatch(one -> one.person().equals(person))
            || header.children().stream().anyMatch(one -> one.person().equals(person));
    if (here) {
      lines.person("person.", person);
    }
  }

  private static void people(
      Wanted wanted, LetterLines lines, CaseFiles.Header header, LetterReader reader) {
    if (wanted.any(List.of("family.carers")) || lines.wants(ADULTS)) {
      List<PersonId> adults =
          lines.seen(ADULTS, header.carers().stream().map(CaseFiles.Carer::person).toList());
      lines.put("family.carers", () -> lines.names(adults));
      lines.rows(ADULTS, adults, Map.of());
    }
    if (wanted.any(List.of("family.children")) || lines.wants(CHILDREN)) {
      List<PersonId> seen =
          lines.seen(CHILDREN, header.children().stream().map(CaseFiles.Child::person).toList());
      List<PersonId> told = seen.stream().filter(reader::learnsOf).toList();
      lines.left(CHILDREN, Why.NOT_THEIRS, seen.size() - told.size());
      lines.put("family.children", () -> lines.names(told));
      lines.rows(
          CHILDREN,
          told,
          header.children().stream()
              .collect(
                  Collectors.toMap(
                      CaseFiles.Child::person, one -> Map.of("placed", one.placedOn()))));
    }
  }
}
