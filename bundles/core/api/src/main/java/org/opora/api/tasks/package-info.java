/** What a member of staff is to do, for whom, by when, and from which record it came. */
@Export
@Version("1.2.0")
package org.opora.api.tasks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
