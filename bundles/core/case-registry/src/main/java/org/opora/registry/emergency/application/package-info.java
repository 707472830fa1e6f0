/** To open a file of others in an emergency, and to review that it was opened. */
package org.opora.registry.emergency.application;
