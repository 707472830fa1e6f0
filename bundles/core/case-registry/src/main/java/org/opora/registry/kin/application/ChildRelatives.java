package org.opora.registry.kin.application;

import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.kin.Relatives;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Relatives of a child, as far as other bundles have to do with them: without what was struck out.
 */
@Component(service = Relatives.class)
public final class ChildRelatives implements Relatives {
  private final KinDesk kin;

  @Activate
  public ChildRelatives(@Reference KinDesk kin) {
    this.kin = kin;
  }

  @Override
  public List<Relative> of(Viewer viewer, PersonId child) {
    return kin.of(viewer, child).stream()
        .filter(one -> one.struck() == null)
        .map(
            one ->
                new Relative(
                    one.person(),
                    one.name(),
                    one.born(),
                    one.role(),
                    Refusals.text("kin.word." + one.role(), one.sex().name()),
                    one.past()))
        .toList();
  }
}
