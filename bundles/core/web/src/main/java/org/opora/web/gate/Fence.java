package org.opora.web.gate;

import java.util.Collection;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Wires nothing of the house to strangers: none of its bundles takes a package or anything else
 * from them, and no fragment of theirs becomes part of one.
 */
final class Fence implements ResolverHookFactory, ResolverHook {
  private final Household household;

  Fence(Household household) {
    this.household = household;
  }

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return this;
  }

  @Override
  public void filterMatches(BundleRequirement wanted, Collection<BundleCapability> offered) {
    if (ours(wanted.getRevision())) {
      offered.removeIf(candidate -> !ours(candidate.getRevision()));
    } else if (HostNamespace.HOST_NAMESPACE.equals(wanted.getNamespace())) {
      offered.removeIf(candidate -> ours(candidate.getRevision()));
    }
  }

  private boolean ours(BundleRevision revision) {
    return household.ours(revision.getBundle());
  }

  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {
    // Strangers may be here, among themselves.
  }

  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisions) {
    // Of two with the same name the framework takes one.
  }

  @Override
  public void end() {
    // Nothing is held.
  }
}
