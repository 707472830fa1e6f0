/** Who may do what to whom, and the trail of who did. */
@Export
@Version("1.19.0")
package org.opora.api.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
