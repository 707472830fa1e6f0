package org.opora.duties.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.staff.Cover;

/** Who is away, as the test says it. */
final class Absent implements Cover {
  final List<Away> away = new ArrayList<>();
  final Map<CaseFileId, Gap> gaps = new HashMap<>();

  /** How often the register was asked for gaps. */
  int questions;

  @Override
  public List<Away> away(Viewer viewer, String permission, LocalDate day) {
    return away.stream()
        .filter(one -> !day.isBefore(one.from()) && !day.isAfter(one.until()))
        .toList();
  }

  @Override
  public Map<CaseFileId, List<Gap>> gaps(
      Collection<CaseFileId> files, LocalDate from, LocalDate until) {
    questions++;
    return gaps.entrySet().stream()
        .filter(one -> files.contains(one.getKey()))
        .filter(
            one -> !one.getValue().from().isAfter(until) && !one.getValue().until().isBefore(from))
        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
  }
}
