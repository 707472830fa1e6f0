/** The time that members of staff spent, and the way they had, as every bundle writes it down. */
@Export
@Version("1.0.0")
package org.opora.api.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
