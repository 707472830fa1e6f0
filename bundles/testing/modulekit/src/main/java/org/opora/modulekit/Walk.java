package org.opora.modulekit;

import org.opora.api.access.Viewer;
import org.opora.api.module.spi.Module;
import org.opora.registry.register.Doors;
import org.opora.registry.register.Register;

/**
 * A walk through the pages of a module, over a real register: {@code doors} opens a page, posts a
 * form and shows one that was refused, and checks each page as it is made.
 *
 * @param director somebody with what the module gives the role
 */
public record Walk(Register register, Doors doors, Module module, Viewer director) {
  /** Somebody else with this role. */
  public Viewer viewer(String role) {
    return register.viewer(role, module);
  }

  /** A family that this worker leads. */
  public Register.Family family(Viewer worker, String name) {
    return register.family(director, worker, name);
  }
}
