package app.lunaria.planted.kit.shop;

class Basket {}
