package app.lunaria.kit;

import app.lunaria.testkit.architecture.ServiceKitArchitecture;

class ArchitectureTest extends ServiceKitArchitecture {}
