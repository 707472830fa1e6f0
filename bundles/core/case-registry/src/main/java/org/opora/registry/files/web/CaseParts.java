package org.opora.registry.files.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Text;
import org.opora.api.web.spi.CaseTab.Group;
import org.opora.registry.shared.web.Words;

/** The tabs of a case file in their groups. */
final class CaseParts {
  /** Id of the tab of what follows from an agreement. */
  static final String DUTIES = "duties";

  /**
   * Plans of stay and of education are asked of a centre by the standards for agreements, hours and
   * respite by their law.
   */
  private static final Set<String> OF_AGREEMENTS = Set.of(DUTIES, "plans", "ledgers");

  private CaseParts() {}

  /**
   * What one comes for most stands first and by itself. A group without a tab is left out, and one
   * of a single tab is that tab: a heading over it would say it twice.
   *
   * @param contributed those the viewer may see
   * @param active id of the tab that is open; null on a form
   */
  static List<Part> of(CaseFiles.Header header, List<CaseTabs.Tab> contributed, String active) {
    String base = "/files/" + header.id();
    boolean agreed = CaseFrame.agreed(header);
    Map<Group, List<Strip>> groups = new EnumMap<>(Group.class);
    into(groups, Group.FAMILY, own("people", base + "/people"));
    if (agreed) {
      into(groups, Group.CARE, own("agreement", base + "/agreement"));
    }
    contributed.stream()
        .filter(tab -> agreed || !OF_AGREEMENTS.contains(tab.id()))
        .forEach(
            tab ->
                into(
                    groups,
                    tab.group(),
                    new Strip(tab.id(), tab.title(), base + "/tab/" + tab.id())));
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(null, false, List.of(own("overview", base), own("timeline", base + "/timeline"))));
    groups.forEach((group, tabs) -> parts.add(part(heading(group, agreed), tabs, active)));
    return List.copyOf(parts);
  }

  private static void into(Map<Group, List<Strip>> groups, Group group, Strip tab) {
    groups.computeIfAbsent(group, first -> new ArrayList<>()).add(tab);
  }

  private static Strip own(String id, String href) {
    return new Strip(id, Words.of("case.tab." + id), href);
  }

  private static Part part(Text heading, List<Strip> tabs, String active) {
    return tabs.size() == 1
        ? new Part(null, false, tabs)
        : new Part(heading, tabs.stream().anyMatch(tab -> tab.id().equals(active)), tabs);
  }

  /** Where there is no agreement nobody looks for it. */
  private static Text heading(Group group, boolean agreed) {
    return Words.of(
        group == Group.CARE && !agreed ? "case.group.CARE.unagreed" : "case.group." + group);
  }

  /**
   * @param heading null where the tabs stand by themselves
   * @param here whether the open tab is one of them
   */
  public record Part(Text heading, boolean here, List<Strip> tabs) {}

  /** A tab in the row of tabs. */
  public record Strip(String id, Text title, String href) {}
}
