/** Use cases about the mandate and the settings of the centre. */
package org.opora.registry.house.application;
