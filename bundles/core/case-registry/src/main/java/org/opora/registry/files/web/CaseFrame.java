package org.opora.registry.files.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.api.staff.Staff;
import org.opora.api.text.Text;
import org.opora.api.web.Request;
import org.opora.registry.emergency.application.EmergencyDesk;
import org.opora.registry.openings.application.OpeningBook;
import org.opora.registry.safety.web.Alerts;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every page of a case file has around it: who the family is, and the tabs. */
@Component(service = CaseFrame.class)
public final class CaseFrame {
  private final CaseFiles files;
  private final Staff staff;
  private final Safety safety;
  private final CaseTabs tabs;
  private final EmergencyDesk emergencies;
  private final OpeningBook openings;

  @Activate
  public CaseFrame(
      @Reference CaseFiles files,
      @Reference Staff staff,
      @Reference Safety safety,
      @Reference CaseTabs tabs,
      @Reference EmergencyDesk emergencies,
      @Reference OpeningBook openings) {
    this.files = files;
    this.staff = staff;
    this.safety = safety;
    this.tabs = tabs;
    this.emergencies = emergencies;
    this.openings = openings;
  }

  /** Key of the file that the path names. */
  public static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  /** The header of the file that the path names; the reply shows everybody in it. */
  public CaseFiles.Header header(Request request) {
    return header(request, file(request));
  }

  /** The header of a file that the address asks for; the reply shows everybody in it. */
  public CaseFiles.Header header(Request request, CaseFileId file) {
    CaseFiles.Header header = files.header(request.viewer(), file);
    shows(request, header);
    return header;
  }

  /** Counts the file and everybody in its header as shown. */
  public void shows(Request request, CaseFiles.Header header) {
    request.shows(
        Stream.of(
                Stream.of(Subject.of(header.id())),
                header.carers().stream().map(carer -> Subject.of(carer.person())),
                header.children().stream().map(child -> Subject.of(child.person())))
            .flatMap(subjects -> subjects)
            .toList());
  }

  /**
   * @param active id of the tab that is open; null on a form
   */
  public Model model(Request request, CaseFiles.Header header, String active) {
    return model(request, header, active, contributed(request.viewer(), header.id()));
  }

  /** For a page that has gathered the tabs of other bundles already. */
  Model model(
      Request request, CaseFiles.Header header, String active, List<CaseTabs.Tab> contributed) {
    Viewer viewer = request.viewer();
    Map<StaffId, String> names =
        staff.names(
            Stream.of(header.keyWorker(), header.deputy()).filter(Objects::nonNull).toList());
    EmergencyDesk.Sight emergency = emergencies.sight(viewer, header.id());
    LocalDate openedUntil = openings.readsUntil(viewer, header.id());
    List<Alerts.Of> alerts = alerts(viewer, header);
    request.shows(Alerts.shown(alerts.stream().map(Alerts.Of::alert).toList()));
    return new Model()
        .with("emergency", emergency)
        .with("readsOnly", emergency.readsOnly() || openedUntil != null)
        .with("openedUntil", openedUntil)
        .with("file", header)
        .with("children", children(viewer, header))
        .with("alerts", alerts)
        .with("keyWorker", name(names, header.keyWorker()))
        .with("deputy", name(names, header.deputy()))
        .with("agreed", agreed(header))
        .with("caseParts", CaseParts.of(header, contributed, active))
        .with("tab", active);
  }

  /** For which inspections the file was opened. */
  List<OpeningBook.Seen> openings(Viewer viewer, CaseFiles.Header header) {
    return openings.of(viewer, header.id());
  }

  /** Whether there is or was an agreement, or can be one: only from it follow duties. */
  static boolean agreed(CaseFiles.Header header) {
    return header.kind().agreement() || header.agreement() != null;
  }

  List<CaseTabs.Tab> contributed(Viewer viewer, CaseFileId file) {
    return tabs.of(viewer, file);
  }

  private static List<Chip> children(Viewer viewer, CaseFiles.Header header) {
    return header.children().stream()
        .map(
            child ->
                new Chip(
                    child.person(), child.name(), Words.age(child.birthDate(), viewer.today())))
        .toList();
  }

  private List<Alerts.Of> alerts(Viewer viewer, CaseFiles.Header header) {
    Map<PersonId, PersonName> names = new LinkedHashMap<>();
    header.children().forEach(child -> names.put(child.person(), child.name()));
    header.carers().forEach(carer -> names.put(carer.person(), carer.name()));
    return Alerts.of(names, safety.alerts(viewer, names.keySet()));
  }

  private static String name(Map<StaffId, String> names, StaffId staff) {
    return staff == null ? null : names.get(staff);
  }

  /** A child in the identity bar. */
  public record Chip(PersonId person, PersonName name, Text age) {}
}
