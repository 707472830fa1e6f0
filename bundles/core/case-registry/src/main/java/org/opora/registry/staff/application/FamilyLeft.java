package org.opora.registry.staff.application;

import java.util.HashSet;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.post.application.PostHandover;
import org.opora.registry.tasks.application.TaskHandover;

/** What somebody who is kept away from a family has to do there goes to its key worker. */
public record FamilyLeft(CaseFiles.Header family, TaskHandover tasks, PostHandover post) {
  /** Nothing goes on in a family that nobody leads. */
  public void handOn(Viewer viewer, StaffId walled) {
    StaffId leader = family.keyWorker();
    if (leader != null) {
      Set<PersonId> people = new HashSet<>();
      family.carers().forEach(carer -> people.add(carer.person()));
      family.children().forEach(child -> people.add(child.person()));
      tasks.family(viewer, walled, leader, family.id(), people, viewer.today());
      post.family(viewer, walled, leader, family.id(), viewer.today());
    }
  }
}
