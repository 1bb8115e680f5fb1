package app.lunaria.planted.a3;

import app.lunaria.envelope.SubjectId;

record KnowsTheLibraries(SubjectId subject) {}
