package org.opora.registry.tasks.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.WorkingDays;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.module.spi.Module;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;
import org.opora.registry.tasks.persistence.LabelQueries;
import org.opora.registry.tasks.persistence.TaskRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Opens tasks and names everybody in them, with the eyes of the viewer: as many queries for a page
 * as for one task.
 */
@Component(service = TaskLines.class)
public final class TaskLines {
  private final Transactions tx;
  private final Access access;
  private final People people;
  private final Staff staff;
  private final TaskSeals seals;
  private final WorkingDays days;

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Module> modules = List.of();

  @Activate
  public TaskLines(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference People people,
      @Reference Staff staff,
      @Reference Keys keys,
      @Reference WorkingDays days) {
    this.tx = tx;
    this.access = access;
    this.people = people;
    this.staff = staff;
    this.seals = new TaskSeals(keys);
    this.days = days;
  }

  List<TaskLine> of(Viewer viewer, List<TaskRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Names names =
        new Names(
            files(viewer, keys(rows.stream().map(row -> row.about().file()))),
            people.names(viewer, keys(rows.stream().map(row -> row.about().person()))),
            staff.names(
                keys(
                    rows.stream()
                        .flatMap(row -> Stream.of(row.author(), row.doer(), row.doneBy()))
                        .filter(Objects::nonNull)
                        .map(StaffId::new))));
    return rows.stream().map(row -> line(viewer, row, names)).toList();
  }

  private Map<CaseFileId, FileLabel> files(Viewer viewer, Collection<CaseFileId> files) {
    return files.isEmpty() || !viewer.may(CaseFiles.READ)
        ? Map.of()
        : tx.read(em -> new LabelQueries(em).files(access.scope(viewer, CaseFiles.READ), files));
  }

  private static <T> Collection<T> keys(Stream<T> all) {
    return all.filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private TaskLine line(Viewer viewer, TaskRow row, Names names) {
    StaffId author = new StaffId(row.author());
    PersonId person = row.about().person();
    PersonName known = person == null ? null : names.people().get(person);
    return new TaskLine(
        new TaskId(row.id()),
        row.version(),
        seals.openWhat(row.about(), author, row.id(), row.what()),
        row.title(),
        row.about(),
        row.about().file() == null ? null : names.files().get(row.about().file()),
        known == null ? null : person,
        known == null ? null : known.spoken(),
        new StaffId(row.doer()),
        names.of(row.doer()),
        names.of(row.author()),
        row.givenOn(),
        row.due(),
        row.due() == null || row.doneOn() != null ? null : days.doBy(row.due()),
        row.doneOn() == null ? Urgency.of(row.due(), viewer.today()) : null,
        row.doneOn(),
        names.of(row.doneBy()),
        seals.openNote(row.about(), author, row.id(), row.note()),
        leads(row, names) ? row.origin().href() : null,
        tie(row.origin()));
  }

  /** A record that cannot be opened holds on to nothing: its task must not stay for ever. */
  Tasks.Tie tie(Origin origin) {
    return here(origin) ? origin.tie() : Tasks.Tie.LOOSE;
  }

  /** Nor can one of a file that is not the viewer's: the child it is about has moved since. */
  private boolean leads(TaskRow row, Names names) {
    CaseFileId file = row.about().file();
    boolean elsewhere =
        file != null
            && !names.files().containsKey(file)
            && row.origin().href() != null
            && row.origin().href().startsWith("/files/" + file);
    return here(row.origin()) && !elsewhere;
  }

  /** A page of a bundle that is not here now cannot be opened. */
  private boolean here(Origin origin) {
    return origin.bundle().equals(Refusals.BUNDLE)
        || modules.stream().anyMatch(module -> module.id().equals(origin.bundle()));
  }

  private record Names(
      Map<CaseFileId, FileLabel> files,
      Map<PersonId, PersonName> people,
      Map<StaffId, String> staff) {
    String of(UUID colleague) {
      return colleague == null ? null : staff.get(new StaffId(colleague));
    }
  }
}
