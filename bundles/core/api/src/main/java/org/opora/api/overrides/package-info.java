/** That somebody went on where a rule of the house asks to stop, and why. */
@Export
@Version("1.2.0")
package org.opora.api.overrides;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
