/** Short messages of the house to a member of staff. */
@Export
@Version("1.1.0")
package org.opora.api.inbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
