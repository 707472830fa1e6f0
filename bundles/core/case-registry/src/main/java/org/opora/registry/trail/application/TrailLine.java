package org.opora.registry.trail.application;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;

/**
 * A row of the trail as it is shown.
 *
 * @param row number of the row
 * @param at in the zone of the centre
 * @param staff name; null when nobody was signed in, empty when nobody knows the account
 * @param act in words
 * @param code of the act
 * @param known whether there are words for the act; another version may have written it
 * @param detail in words, or null
 * @param files the first of those that the viewer may see
 * @param people the first of those that the viewer may see
 * @param more how many others the row names
 * @param about whom the viewer sees in this line
 */
public record TrailLine(
    long row,
    LocalDateTime at,
    String staff,
    Outcome outcome,
    Text act,
    String code,
    boolean known,
    Text detail,
    List<CaseFiles.Header> files,
    Map<PersonId, PersonName> people,
    int more,
    List<Subject> about) {

  public String fileNumbers() {
    return files.stream().map(CaseFiles.Header::number).collect(Collectors.joining(", "));
  }

  public String peopleNames() {
    return people.values().stream().map(PersonName::listed).collect(Collectors.joining("; "));
  }
}
